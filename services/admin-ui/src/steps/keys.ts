import { useEffect, useMemo, useRef } from 'react'
import type { Spot } from './spot'

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

/**
 * Where the items of a list are to look for their errors: each at the place that it had when the
 * errors came, wherever it was moved since. What is newer has none.
 */
export function useItemSpots(keys: readonly string[], spot: Spot): Spot[] {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the places of that moment are meant
  const places = useMemo(() => [...keys], [spot.errorOf])
  return keys.map((key) => itemSpot(spot, places.indexOf(key)))
}

function itemSpot(spot: Spot, index: number): Spot {
  return { ...spot, path: `${spot.path}[${index < 0 ? 'new' : index}]` }
}
