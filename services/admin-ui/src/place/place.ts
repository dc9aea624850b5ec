import { useSyncExternalStore } from 'react'

/** What the constructor's screens work on: what is live, or a draft. */
export type Place = { draft: null } | { draft: number; name: string }

const KEY = 'botloom.place'
export const LIVE: Place = { draft: null }

let place = kept()
const listeners = new Set<() => void>()

export function usePlace(): Place {
  return useSyncExternalStore(subscribe, () => place)
}

/** For the time that this window is open, so that two windows can work on different drafts. */
export function choosePlace(next: Place): void {
  place = next
  sessionStorage.setItem(KEY, JSON.stringify(next))
  for (const listener of [...listeners]) listener()
}

/** Back to what is live, for whoever works in this draft: it is no more. */
export function leaveDraft(id: number): void {
  if (place.draft === id) choosePlace({ draft: null })
}

/** What addresses of handlers, callbacks, buttons, keyboards, explain and lint begin with there. */
export function placePrefix(at: Place): string {
  return at.draft === null ? '/api/v1' : `/api/v1/drafts/${at.draft}`
}

function kept(): Place {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Place | null
    return found ?? LIVE
  } catch {
    return LIVE
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
