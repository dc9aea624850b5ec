export type Cell = string | number | null

export interface Column {
  name: string
  /** How it is written on the screen; files have it as it is. */
  as: 'text' | 'number' | 'percent' | 'change' | 'seconds' | 'moment' | 'bucket'
}

/** What a chart shows, as a table: for the screen, for screen readers, and for a file. */
export interface Sheet {
  title: string
  columns: Column[]
  rows: Cell[][]
}
