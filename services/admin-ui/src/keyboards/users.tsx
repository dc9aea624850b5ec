import { Anchor, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type Handler, nameOf } from '~/resources/kinds'
import { useList } from '~/resources/queries'

/** The handlers under whose answer each keyboard stands, by its id. */
export function useHandlersByKeyboard(): ReadonlyMap<number, Handler[]> {
  const { items } = useList('handlers')
  return useMemo(() => {
    const found = new Map<number, Handler[]>()
    for (const one of items) {
      if (one.keyboard_id === null) continue
      found.set(one.keyboard_id, [...(found.get(one.keyboard_id) ?? []), one])
    }
    return found
  }, [items])
}

/** The first of them, and how many more there are. */
export function KeyboardUsers({ handlers }: { handlers: readonly Handler[] }) {
  const [first, ...others] = handlers
  if (first === undefined) return null
  return (
    <Text size="sm" truncate>
      <Anchor component={Link} to={`/handlers/${first.id}`} size="sm">
        {nameOf('handlers', first)}
      </Anchor>
      {others.length > 0 && ` +${others.length}`}
    </Text>
  )
}
