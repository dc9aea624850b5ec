import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react'
import classes from './list.module.css'
import { nextSort } from './list-search'

/** The head of a column; a press changes the order, where the API can sort by it. */
export function ColumnHead({
  title,
  column,
  sort,
  onSort,
}: {
  title: string
  column: string | undefined
  sort: string | undefined
  onSort: (sort: string | undefined) => void
}) {
  const isUp = sort === column
  const isDown = sort === `-${column}`
  if (column === undefined) {
    return (
      <div role="columnheader" className={classes.cell}>
        {title}
      </div>
    )
  }
  const Icon = isUp ? IconArrowUp : isDown ? IconArrowDown : IconSelector
  return (
    <div
      role="columnheader"
      className={classes.cell}
      aria-sort={isUp ? 'ascending' : isDown ? 'descending' : 'none'}
    >
      <UnstyledButton className={classes.sort} onClick={() => onSort(nextSort(sort, column))}>
        {title} <Icon size={14} aria-hidden />
      </UnstyledButton>
    </div>
  )
}
