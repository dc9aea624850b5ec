import { type Element, type Node, push, type Style } from './nodes'

const STYLE_OF: Record<string, Style> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  'tg-spoiler': 'spoiler',
  code: 'code',
}
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }
const LONGEST_REFERENCE = 10
const LAST_CODE_POINT = 0x10ffff

const TAG =
  /<(\/?)([^\s>/]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[a-zA-Z0-9.-]+))?)*)\s*>/y
const ATTRIBUTE = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([a-zA-Z0-9.-]+)))?/g
const REFERENCE = /&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(lt|gt|amp|quot)(?![a-zA-Z]));?/g

interface Open {
  tag: string
  attributes: Record<string, string>
  children: Node[]
}

/**
 * Telegram's HTML (https://core.telegram.org/bots/api#html-style) as a tree; null where Telegram would
 * refuse it.
 */
export function readHtml(source: string): Node[] | null {
  const root: Open = { tag: '', attributes: {}, children: [] }
  const open = [root]
  let at = 0
  while (at < source.length) {
    const inside = open[open.length - 1] as Open
    if (source[at] !== '<') {
      const next = source.indexOf('<', at)
      const end = next === -1 ? source.length : next
      push(inside.children, readReferences(source.slice(at, end)))
      at = end
      continue
    }
    TAG.lastIndex = at
    const match = TAG.exec(source)
    if (!match) return null
    at = TAG.lastIndex
    const name = (match[2] ?? '').toLowerCase()
    if (match[1]) {
      if (open.length === 1 || (name !== '' && name !== inside.tag)) return null
      open.pop()
      for (const node of closed(inside)) push((open[open.length - 1] as Open).children, node)
    } else {
      const attributes = readAttributes(match[3] ?? '')
      if (!isKnown(name, attributes)) return null
      open.push({ tag: name, attributes, children: [] })
    }
  }
  return open.length === 1 ? root.children : null
}

function isKnown(tag: string, attributes: Record<string, string>): boolean {
  if (tag === 'span') return attributes.class === 'tg-spoiler'
  if (tag === 'tg-emoji') return /^\d+$/.test(attributes['emoji-id'] ?? '')
  return tag in STYLE_OF || tag === 'a' || tag === 'pre' || tag === 'blockquote'
}

/** What stands for a tag that is closed: an element, or its content where it says nothing. */
function closed({ tag, attributes, children }: Open): (Node | LanguageCode)[] {
  if (children.length === 0) return []
  switch (tag) {
    case 'a':
      return attributes.href ? [{ type: 'link', url: attributes.href, children }] : children
    case 'tg-emoji':
      return [{ type: 'emoji', id: attributes['emoji-id'] ?? '', children }]
    case 'blockquote':
      return [{ type: 'quote', expandable: 'expandable' in attributes, children }]
    case 'pre':
      return [preformatted(children)]
    case 'span':
      return [{ type: 'spoiler', children }]
    case 'code': {
      const language = /^language-(.+)$/.exec(attributes.class ?? '')?.[1]
      return [{ type: 'code', children, ...(language ? { language } : {}) }]
    }
    default:
      return [{ type: STYLE_OF[tag] as Style, children }]
  }
}

type LanguageCode = Element & { language?: string | null }

/** `<pre><code class="language-…">` is one thing. */
function preformatted(children: Node[]): Element {
  const only = children.length === 1 ? children[0] : undefined
  if (typeof only === 'object' && only.type === 'code') {
    const language = (only as LanguageCode).language ?? null
    return { type: 'pre', language, children: only.children }
  }
  return { type: 'pre', language: null, children }
}

function readAttributes(source: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name = '', double, single, bare] of source.matchAll(ATTRIBUTE)) {
    found[name.toLowerCase()] = readReferences(double ?? single ?? bare ?? '')
  }
  return found
}

function readReferences(text: string): string {
  return text.replace(REFERENCE, (whole, hexadecimal?: string, decimal?: string, name?: string) => {
    if (name) return NAMED[name] ?? whole
    const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal)
    const isShort = whole.replace(';', '').length < LONGEST_REFERENCE
    return isShort && code > 0 && code < LAST_CODE_POINT ? String.fromCodePoint(code) : whole
  })
}
