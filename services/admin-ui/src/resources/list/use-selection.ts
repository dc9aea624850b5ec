import { useState } from 'react'

export interface Selection {
  ids: ReadonlySet<number>
  /** With `range`, all from the one that was toggled before to this one. */
  toggle: (id: number, range: boolean) => void
  toggleAll: () => void
  clear: () => void
}

/** Which of `shown` are chosen; what is not shown any more is not chosen either. */
export function useSelection(shown: readonly number[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [last, setLast] = useState<number | null>(null)
  const ids = new Set(shown.filter((id) => chosen.has(id)))
  return {
    ids,
    toggle(id, range) {
      const isOn = !ids.has(id)
      const next = new Set(ids)
      for (const one of range ? between(shown, last, id) : [id]) {
        if (isOn) next.add(one)
        else next.delete(one)
      }
      setChosen(next)
      setLast(id)
    },
    toggleAll: () => setChosen(ids.size === shown.length ? new Set() : new Set(shown)),
    clear: () => setChosen(new Set()),
  }
}

function between(all: readonly number[], one: number | null, other: number): readonly number[] {
  const [from, to] = [one === null ? -1 : all.indexOf(one), all.indexOf(other)]
  if (from < 0) return [other]
  return all.slice(Math.min(from, to), Math.max(from, to) + 1)
}
