import type { JSONContent } from '@tiptap/react'
import { type Element, type Node, push, STYLES, textOf } from '../markup/nodes'

type Mark = { type: string; attrs?: Record<string, string> }
interface Run {
  /** A piece of text, or a custom emoji. */
  node: Node
  marks: Mark[]
}

/** A formatted text as the editor's document: lines are paragraphs; code and quotes are blocks. */
export function toDocument(nodes: readonly Node[]): JSONContent {
  const blocks = new Blocks(true)
  blocks.addAll(nodes, [])
  return { type: 'doc', content: blocks.finish() }
}

class Blocks {
  private readonly done: JSONContent[] = []
  private line: JSONContent[] | null = []

  constructor(private readonly quotes: boolean) {}

  addAll(nodes: readonly Node[], marks: Mark[]): void {
    for (const node of nodes) this.add(node, marks)
  }

  finish(): JSONContent[] {
    if (this.line || this.done.length === 0) this.endLine()
    return this.done
  }

  private add(node: Node, marks: Mark[]): void {
    if (typeof node === 'string') this.addText(node, marks)
    else if (node.type === 'pre') this.addCode(node.language, textOf(node.children))
    else if (node.type === 'quote' && this.quotes) this.addQuote(node, marks)
    else if (node.type === 'quote') this.addAll(node.children, marks)
    else if (node.type === 'emoji') this.addEmoji(node.id, textOf(node.children), marks)
    // Code has no other formatting: https://core.telegram.org/bots/api#formatting-options
    else if (node.type === 'code') this.addText(textOf(node.children), [{ type: 'code' }])
    else this.addAll(node.children, [...marks, markOf(node)])
  }

  private addCode(language: string | null, text: string): void {
    this.addBlock({ type: 'codeBlock', attrs: { language }, content: [{ type: 'text', text }] })
  }

  private addQuote(node: Element & { type: 'quote' }, marks: Mark[]): void {
    const inner = new Blocks(false)
    inner.addAll(node.children, marks)
    const attrs = { expandable: node.expandable }
    this.addBlock({ type: 'blockquote', attrs, content: inner.finish() })
  }

  private addEmoji(id: string, alt: string, marks: Mark[]): void {
    this.line ??= []
    const marked = marks.length > 0 ? { marks } : {}
    this.line.push({ type: 'customEmoji', attrs: { id, alt }, ...marked })
  }

  private addText(text: string, marks: Mark[]): void {
    text.split('\n').forEach((piece, index) => {
      // The line feed behind a block ends the block, and no line.
      if (index > 0 && this.line) this.endLine()
      if (index > 0 || piece) this.line ??= []
      const kept = marks.filter((mark, at) => marks.findIndex((m) => m.type === mark.type) === at)
      if (piece) this.line?.push({ type: 'text', text: piece, ...(kept[0] ? { marks: kept } : {}) })
    })
  }

  private addBlock(block: JSONContent): void {
    if (this.line && this.line.length > 0) this.endLine()
    this.line = null
    this.done.push(block)
  }

  private endLine(): void {
    const content = this.line ?? []
    this.done.push(content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' })
    this.line = []
  }
}

function markOf(node: Element): Mark {
  return node.type === 'link' ? { type: 'link', attrs: { href: node.url } } : { type: node.type }
}

/** The editor's document as a formatted text. */
export function fromDocument(doc: JSONContent): Node[] {
  return fromBlocks(doc.content ?? [])
}

function fromBlocks(blocks: readonly JSONContent[]): Node[] {
  const nodes: Node[] = []
  let lines: Run[][] = []
  let isFirst = true
  const flush = () => {
    if (lines.length === 0) return
    if (!isFirst) push(nodes, '\n')
    for (const node of nested(joined(lines))) push(nodes, node)
    isFirst = false
    lines = []
  }
  for (const block of blocks) {
    if (block.type === 'paragraph') {
      lines.push((block.content ?? []).map(runOf))
      continue
    }
    flush()
    const element = blockElement(block)
    if (!isFirst) push(nodes, '\n')
    if (element.children.length > 0) push(nodes, element)
    isFirst = false
  }
  flush()
  return nodes
}

function blockElement(block: JSONContent): Element {
  const content = block.content ?? []
  if (block.type === 'blockquote') {
    const expandable = block.attrs?.expandable === true
    return { type: 'quote', expandable, children: fromBlocks(content) }
  }
  const text = content.map((node) => node.text ?? '').join('')
  return { type: 'pre', language: block.attrs?.language || null, children: text ? [text] : [] }
}

function runOf(node: JSONContent): Run {
  const marks = (node.marks ?? []) as Mark[]
  if (node.type !== 'customEmoji') return { node: node.text ?? '', marks }
  const { id, alt } = node.attrs as { id: string; alt: string }
  return { node: { type: 'emoji', id, children: [alt] }, marks }
}

/** Lines in a row. A line feed is formatted as both sides of it are, but is never code. */
function joined(lines: Run[][]): Run[] {
  const runs: Run[] = []
  lines.forEach((line, index) => {
    if (index > 0) {
      const after = lines.slice(index).find((one) => one.length > 0)?.[0]
      const before = runs.findLast((run) => run.node !== '\n')
      const marks = (before?.marks ?? []).filter(
        (mark) => mark.type !== 'code' && after?.marks.some((other) => isSame(mark, other)),
      )
      runs.push({ node: '\n', marks })
    }
    runs.push(...line)
  })
  return runs
}

/** Runs with marks as a tree in which the mark that goes furthest stands outside. */
function nested(runs: readonly Run[]): Node[] {
  const nodes: Node[] = []
  for (let at = 0; at < runs.length; ) {
    const run = runs[at] as Run
    const reach = (mark: Mark) => {
      const end = runs.findIndex((one, i) => i > at && !one.marks.some((m) => isSame(m, mark)))
      return end === -1 ? runs.length : end
    }
    const widest = run.marks
      .map((mark) => ({ mark, end: reach(mark) }))
      .sort((a, b) => b.end - a.end || orderOf(a.mark) - orderOf(b.mark))[0]
    if (!widest) {
      push(nodes, run.node)
      at += 1
      continue
    }
    const inner = runs.slice(at, widest.end).map((one) => ({
      node: one.node,
      marks: one.marks.filter((mark) => !isSame(mark, widest.mark)),
    }))
    push(nodes, markElement(widest.mark, nested(inner)))
    at = widest.end
  }
  return nodes
}

function markElement(mark: Mark, children: Node[]): Element {
  return mark.type === 'link'
    ? { type: 'link', url: mark.attrs?.href ?? '', children }
    : { type: mark.type as 'bold', children }
}

function orderOf(mark: Mark): number {
  return ['link', ...STYLES].indexOf(mark.type)
}

function isSame(a: Mark, b: Mark): boolean {
  return a.type === b.type && a.attrs?.href === b.attrs?.href
}
