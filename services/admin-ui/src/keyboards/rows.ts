import { useMemo } from 'react'
import type { Button, Keyboard } from '~/resources/kinds'
import { useList, useOne } from '~/resources/queries'

export interface KeyboardRows extends Pick<Keyboard, 'kind' | 'options'> {
  rows: Button[][]
}

/** All buttons by their ids. Many screens ask for them, and the list is kept for all. */
export function useButtons(): ReadonlyMap<number, Button> {
  const { items } = useList('buttons')
  return useMemo(() => new Map(items.map((one) => [one.id, one])), [items])
}

/** A keyboard with its buttons; undefined while it is not known. */
export function useKeyboardRows(id: number | null): KeyboardRows | undefined {
  const { data } = useOne('keyboards', id)
  const buttons = useButtons()
  return useMemo(() => {
    if (id === null || !data) return undefined
    const rows = data.layout.map((row) => row.flatMap((one) => buttons.get(one) ?? []))
    return { kind: data.kind, options: data.options, rows }
  }, [id, data, buttons])
}
