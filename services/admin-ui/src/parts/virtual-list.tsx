import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import classes from './virtual-list.module.css'

const AHEAD = 20

/** A list that scrolls itself, of which only what can be seen is there, and a little around. */
export function VirtualList<T>({
  items,
  label,
  keyOf,
  rowPx,
  isWhole = true,
  onNearEnd,
  children,
}: {
  items: readonly T[]
  label: string
  keyOf: (item: T) => string | number
  /** The height of most rows. */
  rowPx: number
  /** Whether these are all of them. */
  isWhole?: boolean
  /** Called again and again while the last ones are about to be seen. */
  onNearEnd?: () => void
  children: (item: T) => ReactNode
}) {
  const scrolling = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scrolling.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => {
      const item = items[index]
      return item === undefined ? index : keyOf(item)
    },
    overscan: 6,
  })
  const shown = rows.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= items.length - AHEAD) onNearEnd?.()
  })

  /** The browser goes to where the end was thought to be before the rows on the way were measured. */
  function goToEnd(event: KeyboardEvent): void {
    if (event.key !== 'End' || event.target !== event.currentTarget) return
    event.preventDefault()
    rows.scrollToIndex(items.length - 1, { align: 'end' })
  }

  return (
    <section
      ref={scrolling}
      className={classes.list}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it with the arrow keys
      tabIndex={0}
      onKeyDown={goToEnd}
    >
      <ul className={classes.rows} style={{ height: rows.getTotalSize() }}>
        {shown.map((row) => {
          const item = items[row.index]
          if (item === undefined) return null
          return (
            <li
              key={row.key}
              data-index={row.index}
              ref={rows.measureElement}
              className={classes.row}
              style={{ transform: `translateY(${row.start}px)` }}
              aria-setsize={isWhole ? items.length : -1}
              aria-posinset={row.index + 1}
            >
              {children(item)}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
