import type { Element, Node } from './nodes'

/** The tree as Telegram's HTML: line feeds are line feeds, and `<`, `>` and `&` are escaped. */
export function writeHtml(nodes: readonly Node[]): string {
  return nodes
    .map((node) => (typeof node === 'string' ? escapeText(node) : writeElement(node)))
    .join('')
}

function writeElement(element: Element): string {
  const inner = writeHtml(element.children)
  switch (element.type) {
    case 'bold':
      return `<b>${inner}</b>`
    case 'italic':
      return `<i>${inner}</i>`
    case 'underline':
      return `<u>${inner}</u>`
    case 'strike':
      return `<s>${inner}</s>`
    case 'spoiler':
      return `<tg-spoiler>${inner}</tg-spoiler>`
    case 'code':
      return `<code>${inner}</code>`
    case 'link':
      return `<a href="${escapeAttribute(element.url)}">${inner}</a>`
    case 'emoji':
      return `<tg-emoji emoji-id="${escapeAttribute(element.id)}">${inner}</tg-emoji>`
    case 'pre':
      return element.language
        ? `<pre><code class="language-${escapeAttribute(element.language)}">${inner}</code></pre>`
        : `<pre>${inner}</pre>`
    case 'quote':
      return `<blockquote${element.expandable ? ' expandable' : ''}>${inner}</blockquote>`
  }
}

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function escapeAttribute(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;')
}
