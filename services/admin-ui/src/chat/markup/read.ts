import { type Node, type ParseMode, textOf } from './nodes'
import { PLACEHOLDER } from './placeholders'
import { readHtml } from './read-html'
import { readMarkdown } from './read-markdown'

/** A text as Telegram reads it; null where it would refuse it. */
export function readMarkup(text: string, parseMode: ParseMode): Node[] | null {
  if (parseMode === 'HTML') return readHtml(text)
  if (parseMode === 'MarkdownV2') return readMarkdown(text)
  return text ? [text] : []
}

/** What is shown whatever happens: a text that can't be read, as it is written. */
export function readOrKeep(text: string, parseMode: ParseMode): Node[] {
  return readMarkup(text, parseMode) ?? [text]
}

/**
 * How many characters Telegram counts: code points of what is shown. A placeholder counts as one, as
 * the API counts it, for nobody knows how long its value will be.
 */
export function countCharacters(nodes: readonly Node[]): number {
  const text = textOf(nodes).replace(PLACEHOLDER, (_, literal?: string) =>
    literal === undefined ? '1' : `{${literal}}`,
  )
  return [...text].length
}
