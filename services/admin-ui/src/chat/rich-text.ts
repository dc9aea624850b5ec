/** Text with Telegram's marks: https://core.telegram.org/bots/api#html-style */
export type Rich = string | RichNode

export interface RichNode {
  mark: RichMark
  children: Rich[]
  /** Of a link. */
  href?: string
  /** Of `pre`. */
  language?: string
  /** Of a blockquote. */
  expandable?: boolean
  /** Of a custom emoji. */
  emojiId?: string
}

export type RichMark =
  | 'bold'
  | 'italic'
  | 'underline'
  | 'strike'
  | 'spoiler'
  | 'code'
  | 'pre'
  | 'link'
  | 'blockquote'
  | 'emoji'

const TAGS: Record<string, RichMark> = {
  B: 'bold',
  STRONG: 'bold',
  I: 'italic',
  EM: 'italic',
  U: 'underline',
  INS: 'underline',
  S: 'strike',
  STRIKE: 'strike',
  DEL: 'strike',
  'TG-SPOILER': 'spoiler',
  CODE: 'code',
  PRE: 'pre',
  A: 'link',
  BLOCKQUOTE: 'blockquote',
  'TG-EMOJI': 'emoji',
}

/** What Telegram would show of its HTML. Tags that it does not know are left out, not their text. */
export function readHtml(html: string): Rich[] {
  // The parser swallows a line feed right after <pre>.
  const guarded = html.replace(/<pre>\n/g, '<pre>\n\n')
  const parsed = new DOMParser().parseFromString(`<body>${guarded}`, 'text/html')
  return childrenOf(parsed.body)
}

function childrenOf(element: Element): Rich[] {
  return [...element.childNodes].flatMap((node): Rich[] => {
    if (node.nodeType === Node.TEXT_NODE) return [node.textContent ?? '']
    return node instanceof Element ? read(node) : []
  })
}

function read(element: Element): Rich[] {
  const isSpoiler = element.tagName === 'SPAN' && element.classList.contains('tg-spoiler')
  const mark = isSpoiler ? 'spoiler' : TAGS[element.tagName]
  const children = childrenOf(element)
  if (mark === undefined) return children
  const node: RichNode = { mark, children }
  if (mark === 'link') node.href = element.getAttribute('href') ?? ''
  if (mark === 'blockquote') node.expandable = element.hasAttribute('expandable')
  if (mark === 'emoji') node.emojiId = element.getAttribute('emoji-id') ?? ''
  if (mark === 'pre') {
    const [only] = children
    if (children.length === 1 && typeof only === 'object' && only.mark === 'code') {
      node.children = only.children
      node.language = element.firstElementChild?.className.replace(/^language-/, '') ?? ''
    }
  }
  return [node]
}

/** The text alone, of which Telegram counts the UTF-16 units. */
export function plainText(rich: readonly Rich[]): string {
  return rich.map((one) => (typeof one === 'string' ? one : plainText(one.children))).join('')
}
