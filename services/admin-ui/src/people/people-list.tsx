import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './people-list.module.css'
import { PersonRow } from './person-row'
import type { usePeople } from './use-people'

const ROW_PX = 60
const AHEAD = 20

export interface Choice {
  ids: ReadonlySet<number>
  set: (ids: ReadonlySet<number>) => void
}

/** Only what can be seen is there; the next page is asked for before its end is reached. */
export function PeopleList({
  list,
  chosen,
}: {
  list: ReturnType<typeof usePeople>
  chosen?: Choice | undefined
}) {
  const { t } = useTranslation('people')
  const scrolling = useRef<HTMLDivElement>(null)
  const { people, hasNextPage, isFetchingNextPage, isError, fetchNextPage } = list
  const rows = useVirtualizer({
    count: people.length,
    getScrollElement: () => scrolling.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => people[index]?.user_id ?? index,
    overscan: 6,
  })
  const shown = rows.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  const isNearEnd = last >= people.length - AHEAD
  useEffect(() => {
    if (isNearEnd && hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage()
  }, [isNearEnd, hasNextPage, isFetchingNextPage, isError, fetchNextPage])

  function choose(id: number, isChosen: boolean) {
    const ids = new Set(chosen?.ids)
    if (isChosen) ids.add(id)
    else ids.delete(id)
    chosen?.set(ids)
  }

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it with the arrow keys
    <section ref={scrolling} className={classes.list} aria-label={t('list')} tabIndex={0}>
      <ul className={classes.rows} style={{ height: rows.getTotalSize() }}>
        {shown.map((row) => {
          const one = people[row.index]
          if (one === undefined) return null
          return (
            <li
              key={row.key}
              data-index={row.index}
              ref={rows.measureElement}
              className={classes.row}
              style={{ transform: `translateY(${row.start}px)` }}
              aria-setsize={hasNextPage ? -1 : people.length}
              aria-posinset={row.index + 1}
            >
              <PersonRow
                one={one}
                isChosen={chosen?.ids.has(one.user_id)}
                choose={chosen && ((isChosen) => choose(one.user_id, isChosen))}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
