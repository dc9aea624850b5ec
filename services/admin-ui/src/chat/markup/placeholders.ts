/** The form of `{name}`, `{name|default}` and `{time@Europe/Moscow}`; which names there are, the API knows. */
const FORM = String.raw`(?:[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)?|[0-9]+)(?:@[A-Za-z0-9_+/-]+)?(?:\|[^{}]*)?`

/** `{{name}}`, which stands for `{name}` itself, or `{name}`. */
export const PLACEHOLDER = new RegExp(String.raw`\{\{(${FORM})\}\}|\{(${FORM})\}`, 'g')

export const PLACEHOLDER_HERE = new RegExp(PLACEHOLDER.source, 'y')

export interface Part {
  text: string
  isPlaceholder: boolean
}

/** A text as it is shown before anything is filled in, with its placeholders told apart. */
export function parts(text: string): Part[] {
  const found: Part[] = []
  let at = 0
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > at) found.push({ text: text.slice(at, match.index), isPlaceholder: false })
    const literal = match[1]
    found.push(
      literal === undefined
        ? { text: match[0], isPlaceholder: true }
        : { text: `{${literal}}`, isPlaceholder: false },
    )
    at = match.index + match[0].length
  }
  if (at < text.length) found.push({ text: text.slice(at), isPlaceholder: false })
  return found
}
