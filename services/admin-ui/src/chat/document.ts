/**
 * Between Telegram's HTML and the document of the text editor (ProseMirror's JSON): a line is a
 * paragraph, quotes and code blocks are blocks of their own.
 */
import type { JSONContent } from '@tiptap/core'
import { type Rich, type RichMark, type RichNode, readHtml } from './rich-text'

type Mark = NonNullable<JSONContent['marks']>[number]

/** In the order in which they are nested, the outermost first. */
const MARKS = ['link', 'bold', 'italic', 'underline', 'strike', 'spoiler', 'customEmoji', 'code']

export function readDocument(html: string): JSONContent {
  const blocks: JSONContent[] = []
  let line: JSONContent[] | null = null

  const end = () => {
    if (line !== null) blocks.push(paragraph(line))
    line = null
  }
  for (const one of readHtml(html)) {
    if (typeof one === 'object' && (one.mark === 'blockquote' || one.mark === 'pre')) {
      // The line feed before a block ends the line there; it is none of its own.
      if (line !== null && (line as JSONContent[]).length === 0) line = null
      end()
      blocks.push(one.mark === 'pre' ? codeBlock(one) : quote(one))
      line = null
      continue
    }
    let isFirst = true
    for (const part of lines(inline([one], []))) {
      const isRightAfterBlock = line === null && blocks.length > 0 && part.length === 0
      if (!isFirst) {
        if (line !== null) end()
        line = []
      }
      isFirst = false
      if (isRightAfterBlock) continue
      line = [...(line ?? []), ...part]
    }
  }
  end()
  return { type: 'doc', content: blocks.length === 0 ? [paragraph([])] : blocks }
}

export function writeDocument(document: JSONContent): string {
  return (document.content ?? []).map(writeBlock).join('\n')
}

function writeBlock(block: JSONContent): string {
  switch (block.type) {
    case 'codeBlock': {
      const text = escaped((block.content ?? []).map((one) => one.text ?? '').join(''))
      const language: unknown = block.attrs?.language
      return language
        ? `<pre><code class="language-${escaped(String(language))}">${text}</code></pre>`
        : `<pre>${text}</pre>`
    }
    case 'blockquote': {
      const inside = (block.content ?? []).map(writeBlock).join('\n')
      return `<blockquote${block.attrs?.expandable ? ' expandable' : ''}>${inside}</blockquote>`
    }
    default:
      return writeInline(block.content ?? [])
  }
}

function writeInline(nodes: readonly JSONContent[]): string {
  let html = ''
  let open: Mark[] = []
  for (const node of nodes) {
    const marks = [...(node.marks ?? [])].sort(
      (one, other) => MARKS.indexOf(one.type) - MARKS.indexOf(other.type),
    )
    let same = 0
    while (same < open.length && isEqual(open[same], marks[same])) same += 1
    html += open.slice(same).reverse().map(closing).join('')
    html += marks.slice(same).map(opening).join('')
    html += node.type === 'hardBreak' ? '\n' : escaped(node.text ?? '')
    open = marks
  }
  return html + open.reverse().map(closing).join('')
}

const TAGS: Record<string, string> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strike: 's',
  spoiler: 'tg-spoiler',
  code: 'code',
  link: 'a',
  customEmoji: 'tg-emoji',
}

function opening(mark: Mark): string {
  if (mark.type === 'link') return `<a href="${escaped(String(mark.attrs?.href ?? ''))}">`
  if (mark.type === 'customEmoji') {
    return `<tg-emoji emoji-id="${escaped(String(mark.attrs?.id ?? ''))}">`
  }
  return `<${TAGS[mark.type] ?? ''}>`
}

function closing(mark: Mark): string {
  return `</${TAGS[mark.type] ?? ''}>`
}

function isEqual(one: Mark | undefined, other: Mark | undefined): boolean {
  return (
    one?.type === other?.type &&
    JSON.stringify(one?.attrs ?? {}) === JSON.stringify(other?.attrs ?? {})
  )
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Text nodes with all their marks; line feeds are still in them. */
function inline(rich: readonly Rich[], marks: readonly Mark[]): JSONContent[] {
  return rich.flatMap((one) => {
    if (typeof one === 'string') return one === '' ? [] : [textNode(one, marks)]
    return inline(one.children, [...marks, ...markOf(one)])
  })
}

const EDITOR_MARKS: Partial<Record<RichMark, string>> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strike: 'strike',
  spoiler: 'spoiler',
  code: 'code',
}

function markOf(node: RichNode): Mark[] {
  if (node.mark === 'link') return [{ type: 'link', attrs: { href: node.href ?? '' } }]
  if (node.mark === 'emoji') return [{ type: 'customEmoji', attrs: { id: node.emojiId ?? '' } }]
  const type = EDITOR_MARKS[node.mark]
  return type ? [{ type }] : []
}

function lines(nodes: readonly JSONContent[]): JSONContent[][] {
  const found: JSONContent[][] = [[]]
  for (const node of nodes) {
    const parts = (node.text ?? '').split('\n')
    parts.forEach((part, index) => {
      if (index > 0) found.push([])
      if (part !== '') found.at(-1)?.push({ ...node, text: part })
    })
  }
  return found
}

function textNode(text: string, marks: readonly Mark[]): JSONContent {
  return marks.length === 0
    ? { type: 'text', text }
    : { type: 'text', text, marks: marks.map((mark) => ({ ...mark })) }
}

function paragraph(content: JSONContent[]): JSONContent {
  return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content }
}

function quote(node: RichNode): JSONContent {
  return {
    type: 'blockquote',
    attrs: { expandable: node.expandable ?? false },
    content: lines(inline(node.children, [])).map(paragraph),
  }
}

function codeBlock(node: RichNode): JSONContent {
  const text = inline(node.children, [])
    .map((one) => one.text ?? '')
    .join('')
  const block: JSONContent = { type: 'codeBlock', attrs: { language: node.language || null } }
  return text === '' ? block : { ...block, content: [{ type: 'text', text }] }
}
