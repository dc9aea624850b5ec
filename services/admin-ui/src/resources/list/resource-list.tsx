import { Checkbox, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { keepsFocus } from '~/parts/keeps-focus'
import { Nothing } from '~/parts/nothing'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import { useMay } from '~/session/session'
import { type Kind, nameOf, type View } from '../kinds'
import { useList } from '../queries'
import { BulkBar } from './bulk-bar'
import classes from './list.module.css'
import { ListFilters } from './list-filters'
import { ColumnHead } from './list-head'
import type { ListSearch } from './list-search'
import { useSelection } from './use-selection'

export interface Column<K extends Kind> {
  title: string
  /** By which field the API sorts it; none: it does not. */
  sort?: string
  /** Of CSS's grid. */
  width: string
  show: (one: View<K>) => ReactNode
}

const ROW_PX = 56

/**
 * The list of one resource: search, order, choosing many. Only the rows on the screen are drawn, so
 * ten thousand scroll like ten.
 */
export function ResourceList<K extends Kind>({
  kind,
  search,
  onSearch,
  columns,
  canDisable = false,
  filters,
  empty,
}: {
  kind: K
  search: ListSearch
  onSearch: (change: Partial<ListSearch>) => void
  columns: Column<K>[]
  canDisable?: boolean
  filters?: ReactNode
  /** Where there is none at all. */
  empty: ReactNode
}) {
  const { t } = useTranslation()
  const mayEdit = useMay('editor')
  const { items, isPending, isComplete, error, refetch } = useList(kind, { ...search })
  const selection = useSelection(items.map((one) => one.id))
  const isFiltered = Object.keys(search).some((name) => name !== 'sort')
  const template = `${mayEdit ? '40px ' : ''}${columns.map((one) => one.width).join(' ')}`

  return (
    <Stack gap="sm" ref={keepsFocus}>
      <ListFilters search={search} onSearch={onSearch} canDisable={canDisable}>
        {filters}
        <Text size="sm" c="dimmed" ml="auto" role="status">
          {!isPending && t(isComplete ? 'list.total' : 'list.soFar', { count: items.length })}
        </Text>
      </ListFilters>
      {mayEdit && (
        <BulkBar
          kind={kind}
          chosen={items.filter((one) => selection.ids.has(one.id))}
          selection={selection}
          canDisable={canDisable}
        />
      )}
      <ProblemAlert error={error} retry={() => void refetch()} />
      {isPending && !error && <Waiting rows={8} height={ROW_PX - 10} />}
      {!isPending &&
        items.length === 0 &&
        (isFiltered ? <Nothing title={t('states.notFound')} /> : empty)}
      {items.length > 0 && (
        <div role="table" aria-rowcount={items.length + 1} aria-label={t(`places.${kind}`)}>
          <div role="row" className={classes.head} style={{ gridTemplateColumns: template }}>
            {mayEdit && (
              <div role="columnheader" className={classes.cell}>
                <Checkbox
                  data-focus-else
                  aria-label={t('list.chooseAll')}
                  checked={selection.ids.size === items.length}
                  indeterminate={selection.ids.size > 0 && selection.ids.size < items.length}
                  onChange={selection.toggleAll}
                />
              </div>
            )}
            {columns.map((column) => (
              <ColumnHead
                key={column.title}
                title={column.title}
                column={column.sort}
                sort={search.sort}
                onSort={(sort) => onSearch({ sort } as ListSearch)}
              />
            ))}
          </div>
          <Rows items={items}>
            {(one, index) => (
              <div
                role="row"
                aria-rowindex={index + 2}
                className={classes.row}
                style={{ gridTemplateColumns: template }}
                data-chosen={selection.ids.has(one.id) || undefined}
              >
                {mayEdit && (
                  <div role="cell" className={classes.cell}>
                    <Checkbox
                      aria-label={t('list.choose', { name: nameOf(kind, one) })}
                      checked={selection.ids.has(one.id)}
                      onChange={() => {}}
                      onClick={(event) => selection.toggle(one.id, event.shiftKey)}
                    />
                  </div>
                )}
                {columns.map((column) => (
                  <div role="cell" key={column.title} className={classes.cell}>
                    {column.show(one)}
                  </div>
                ))}
              </div>
            )}
          </Rows>
        </div>
      )}
    </Stack>
  )
}

function Rows<T extends { id: number }>({
  items,
  children,
}: {
  items: T[]
  children: (one: T, index: number) => ReactNode
}) {
  const { t } = useTranslation()
  const scrolled = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scrolled.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 10,
  })
  return (
    <div
      ref={scrolled}
      className={classes.rows}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by the keyboard as well
      tabIndex={0}
      role="rowgroup"
      aria-label={t('list.rows')}
    >
      <div style={{ height: rows.getTotalSize(), position: 'relative' }} role="presentation">
        {rows.getVirtualItems().map((row) => {
          const one = items[row.index]
          return (
            one && (
              <div
                key={row.key}
                role="presentation"
                data-index={row.index}
                ref={rows.measureElement}
                className={classes.place}
                style={{ transform: `translateY(${row.start}px)` }}
              >
                {children(one, row.index)}
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}

/** The name of a thing, which opens it. */
export function NameLink<K extends Kind>({ kind, one }: { kind: K; one: View<K> }) {
  return (
    <Link to={`/${kind}/$id` as '/handlers/$id'} params={{ id: one.id }} className={classes.name}>
      {nameOf(kind, one)}
    </Link>
  )
}
