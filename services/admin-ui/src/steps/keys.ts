import { useEffect, useRef } from 'react'

const keys = new WeakMap<object, string>()
let last = 0

/** What stands for an item wherever it is moved; the same for as long as it is the same object. */
export function keyOf(one: object): string {
  const known = keys.get(one)
  if (known !== undefined) return known
  const key = `k${++last}`
  keys.set(one, key)
  return key
}

/**
 * The keys of a list that was `before` just now. An item that took another's place, as one does that
 * was changed or came back from a save, keeps its key; so it keeps its focus and stays open.
 */
export function keysOf(list: readonly object[], before: readonly object[]): string[] {
  for (const [index, one] of list.entries()) {
    const former = before[index]
    if (keys.has(one) || former === undefined || list.includes(former)) continue
    keys.set(one, keyOf(former))
  }
  return list.map(keyOf)
}

export function useKeys(list: readonly object[]): string[] {
  const before = useRef(list)
  const found = keysOf(list, before.current)
  useEffect(() => {
    before.current = list
  })
  return found
}
