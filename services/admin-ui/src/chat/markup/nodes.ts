/** A text with Telegram's formatting, as a tree: https://core.telegram.org/bots/api#formatting-options */
export type Node = string | Element

export const STYLES = ['bold', 'italic', 'underline', 'strike', 'spoiler', 'code'] as const
export type Style = (typeof STYLES)[number]

export type Element =
  | { type: Style; children: Node[] }
  | { type: 'link'; url: string; children: Node[] }
  | { type: 'emoji'; id: string; children: Node[] }
  | { type: 'pre'; language: string | null; children: Node[] }
  | { type: 'quote'; expandable: boolean; children: Node[] }

export type ParseMode = 'HTML' | 'MarkdownV2' | null

export function textOf(nodes: readonly Node[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('')
}

/** Adds a node; texts that follow each other are one. */
export function push(nodes: Node[], node: Node): void {
  const last = nodes.at(-1)
  if (node === '') return
  if (typeof node === 'string' && typeof last === 'string') nodes[nodes.length - 1] = last + node
  else nodes.push(node)
}
