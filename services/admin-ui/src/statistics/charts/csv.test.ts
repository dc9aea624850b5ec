import { describe, expect, it } from 'vitest'
import { csvOf } from './csv'
import type { Cell, Column } from './sheet'

function rowOf(...cells: Cell[]): string {
  const columns: Column[] = cells.map(() => ({ name: 'a', as: 'text' }))
  return csvOf({ columns, rows: [cells] })
    .split('\r\n')
    .slice(1)
    .join('\r\n')
}

describe('a file of what is shown', () => {
  it('has a line for the names, and ends each with CR LF', () => {
    const columns: Column[] = [
      { name: 'Day', as: 'bucket' },
      { name: 'Total', as: 'number' },
    ]
    expect(csvOf({ columns, rows: [['2026-11-28T00:00:00Z', 3]] })).toBe(
      'Day,Total\r\n2026-11-28T00:00:00Z,3\r\n',
    )
  })

  it('quotes what has commas, quotes and ends of lines', () => {
    expect(rowOf('a,b', 'say "hi"', 'two\nlines', 'plain')).toBe(
      '"a,b","say ""hi""","two\nlines",plain\r\n',
    )
  })

  it('has no text that a spreadsheet calculates', () => {
    expect(rowOf('=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1')).toBe(
      "'=1+1,'+1,'-1,'@SUM(A1),'\t=1,' =1,'＝1\r\n",
    )
    expect(rowOf('=HYPERLINK("http://a.example","b")')).toBe(
      '"\'=HYPERLINK(""http://a.example"",""b"")"\r\n',
    )
  })

  it('keeps numbers as they are, and leaves empty what is unknown', () => {
    expect(rowOf(-0.25, 0, null, 'a-b')).toBe('-0.25,0,,a-b\r\n')
  })
})
