import type { CSSProperties, ReactNode } from 'react'
import classes from './tinted-table.module.css'

export interface TintedCell {
  text: string
  /** From 0 to 1: how strong its colour is. */
  share: number
  /** All that it says, for who points at it. */
  title?: string
}

export interface TintedRow {
  name: ReactNode
  /** Between the name and the cells, without colour. */
  plain?: string[]
  cells: TintedCell[]
}

/** A table whose numbers have the colour of their size. */
export function TintedTable({
  title,
  corner,
  names,
  rows,
}: {
  title: string
  corner: string
  names: string[]
  rows: TintedRow[]
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it with the arrow keys
    // biome-ignore lint/a11y/useSemanticElements: the card around it is the section already
    <div className={classes.scrolling} role="region" aria-label={title} tabIndex={0}>
      <table className={classes.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place only
            <tr key={index}>
              <th scope="row">{row.name}</th>
              {row.plain?.map((text, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells are known by their place only
                <td key={`plain ${at}`}>{text}</td>
              ))}
              {row.cells.map((cell, at) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells are known by their place only
                  key={at}
                  className={classes.cell}
                  title={cell.title}
                  style={{ '--share': cell.share } as CSSProperties}
                >
                  {cell.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
