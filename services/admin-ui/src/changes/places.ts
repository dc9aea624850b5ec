import type { TFunction } from 'i18next'

type Part = string | number

/** `action[1].then[0].text` is `action`, 1, `then`, 0, `text`. */
export function partsOf(path: string): Part[] {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([word, index]) =>
    index === undefined ? word : Number(index),
  )
}

/** Lists whose items are counted by a word of their own. */
const ITEMS = new Map<Part | undefined, 'step' | 'condition' | 'choice' | 'medium'>([
  ['action', 'step'],
  ['then', 'step'],
  ['otherwise', 'step'],
  ['on_error', 'step'],
  ['on_cancel', 'step'],
  ['on_timeout', 'step'],
  ['steps', 'step'],
  ['conditions', 'condition'],
  ['choices', 'choice'],
  ['media', 'medium'],
])

/** Where something changed: `action[1].then[0].text` is "What it does, step 2, then, step 1, text". */
export function placeName(path: string, t: TFunction<'changes'>): string {
  const parts = partsOf(path)
  const words = parts.map((part, at) => {
    if (typeof part === 'number') return itemName(parts, at, t)
    if (at === 0) return t(`fields.${part as 'message'}`, { defaultValue: part })
    return partName(part, t)
  })
  return words.join(', ')
}

/** Of a field within another. */
export function partName(name: string, t: TFunction<'changes'>): string {
  return t(`parts.${name as 'text'}`, { defaultValue: name.replaceAll('_', ' ') })
}

function itemName(parts: readonly Part[], at: number, t: TFunction<'changes'>): string {
  const number = Number(parts[at]) + 1
  if (parts[0] === 'layout') return t(at === 1 ? 'items.row' : 'items.button', { number })
  return t(`items.${ITEMS.get(parts[at - 1]) ?? 'item'}`, { number })
}
