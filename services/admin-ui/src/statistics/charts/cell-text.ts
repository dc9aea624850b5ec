import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '~/parts/format'
import type { Cell, Column } from './sheet'

/** How cells of a sheet are written; `bucket` says when a bucket begins. */
export function useCellText(bucket?: (at: string) => string) {
  const { t } = useTranslation('statistics')
  const format = useFormat()
  return useMemo(() => {
    const writers: Record<Column['as'], (cell: string | number) => string> = {
      text: String,
      number: (cell) => format.number(Number(cell)),
      percent: (cell) => format.percent(Number(cell)),
      change: (cell) => `${Number(cell) > 0 ? '+' : ''}${format.percent(Number(cell))}`,
      seconds: (cell) => durationText(Number(cell), format.number, t),
      moment: (cell) => format.moment(String(cell)),
      bucket: (cell) => (bucket ? bucket(String(cell)) : format.moment(String(cell))),
    }
    return (cell: Cell, column: Pick<Column, 'as'>): string =>
      cell === null ? '–' : writers[column.as](cell)
  }, [t, format, bucket])
}

const UNITS = [
  ['days', 86_400],
  ['hours', 3_600],
  ['minutes', 60],
  ['seconds', 1],
] as const

type Translate = (key: `units.${(typeof UNITS)[number][0]}`, values: { value: string }) => string

function durationText(seconds: number, number: (value: number) => string, t: Translate): string {
  const [unit, length] =
    UNITS.find(([, length]) => seconds >= length * 2) ?? (['seconds', 1] as const)
  return t(`units.${unit}`, { value: number(Math.round(seconds / length)) })
}
