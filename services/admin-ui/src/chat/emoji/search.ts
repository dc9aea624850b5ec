import type { Emoji } from './emoji'

/** Those with a word that begins so, in either language. */
export function found(all: readonly Emoji[], query: string): readonly Emoji[] {
  const wanted = folded(query).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return all
  return all.filter(([sign, en, ru]) => {
    const words = folded(`${en} ${ru}`).split(/\s+/)
    return wanted.every((one) => sign === one || words.some((word) => word.startsWith(one)))
  })
}

function folded(text: string): string {
  return text.trim().toLowerCase().replaceAll('ё', 'е')
}
