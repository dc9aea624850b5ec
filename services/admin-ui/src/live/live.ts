import { useSyncExternalStore } from 'react'
import { answered, api, type Schemas } from '~/api/client'

export type Propagation = Schemas['Propagation']

/** Of the last change that was made here. */
export type Live =
  | { state: 'none' }
  | { state: 'waiting'; seq: number }
  | { state: 'known'; seq: number; propagation: Propagation }
  | { state: 'unknown'; seq: number }

const WAIT_SECONDS = 10

let live: Live = { state: 'none' }
const listeners = new Set<() => void>()

export function useLive(): Live {
  return useSyncExternalStore(subscribe, () => live)
}

/** Begins to tell, in the badge, on how many gateways the change is live. */
export function followChange(seq: number): void {
  set({ state: 'waiting', seq })
  answered(api.GET('/api/v1/propagation', { params: { query: { seq, wait: WAIT_SECONDS } } })).then(
    (propagation) => isLatest(seq) && set({ state: 'known', seq, propagation }),
    () => isLatest(seq) && set({ state: 'unknown', seq }),
  )
}

function isLatest(seq: number): boolean {
  return live.state !== 'none' && live.seq === seq
}

function set(next: Live): void {
  live = next
  for (const listener of [...listeners]) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
