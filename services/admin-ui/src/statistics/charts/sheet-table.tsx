import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import { useCellText } from './cell-text'
import type { Column, Sheet } from './sheet'
import classes from './sheet-table.module.css'

const TEXTS: readonly Column['as'][] = ['text', 'moment', 'bucket']

/** A sheet on the screen. It scrolls in itself, by the keyboard as well. */
export function SheetTable({
  sheet,
  bucket,
  shown,
  actions,
}: {
  sheet: Sheet
  bucket?: ((at: string) => string) | undefined
  /** Something else than the text of a cell, such as a link; undefined leaves the text. */
  shown?: (row: number, column: number) => ReactNode
  /** A last cell of each row; files have none of it. */
  actions?: { name: string; of: (row: number) => ReactNode }
}) {
  const textOf = useCellText(bucket)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it with the arrow keys
    // biome-ignore lint/a11y/useSemanticElements: the card around it is the section already
    <div className={classes.scrolling} role="region" aria-label={sheet.title} tabIndex={0}>
      <Table highlightOnHover verticalSpacing={6} aria-label={sheet.title}>
        <Table.Thead>
          <Table.Tr>
            {sheet.columns.map((column) => (
              <Table.Th key={column.name} className={classOf(column)} scope="col">
                {column.name}
              </Table.Th>
            ))}
            {actions && <Table.Th scope="col">{actions.name}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sheet.rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place only
            <Table.Tr key={row}>
              {sheet.columns.map((column, index) => (
                <Table.Td key={column.name} className={classOf(column)}>
                  {shown?.(row, index) ?? textOf(cells[index] ?? null, column)}
                </Table.Td>
              ))}
              {actions && <Table.Td>{actions.of(row)}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function classOf(column: Column): string | undefined {
  return TEXTS.includes(column.as) ? undefined : classes.number
}
