import '@mantine/charts/styles.css'
import { BarChart, ChartTooltip, LineChart } from '@mantine/charts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/client'
import { useFormat } from '~/parts/format'
import { bucketLabels } from '../figures/labels'
import { marksOfBuckets } from '../figures/marks'
import { MarksNote } from '../figures/marks-note'
import type { Bucket } from '../search'
import { Legend, type Line } from './legend'
import type { Sheet } from './sheet'
import { SheetCard } from './sheet-card'

type Point = { from: string } & Record<string, string | number | null | undefined>

/** Something in the course of time, with lines where the bot was changed. */
export function TimeChart({
  title,
  about,
  points,
  lines,
  kind = 'lines',
  as = 'number',
  bucket,
  tz,
  marks,
}: {
  title: string
  about?: ReactNode
  points: Point[]
  lines: Line[]
  kind?: 'lines' | 'bars'
  as?: 'number' | 'percent'
  bucket: Bucket
  tz: string
  marks: Schemas['Marks']
}) {
  const { t, i18n } = useTranslation('statistics')
  const format = useFormat()
  const label = bucketLabels(i18n.language, tz, bucket)
  const starts = points.map((point) => point.from)
  const groups = marksOfBuckets(marks.items, starts)
  const counts = new Map(groups.map((group) => [group.from, group.marks.length]))
  const sheet: Sheet = {
    title,
    columns: [
      { name: t(`buckets.${bucket}`), as: 'bucket' },
      ...lines.map((line) => ({ name: line.label, as })),
    ],
    rows: points.map((point) => [point.from, ...lines.map((line) => point[line.name] ?? null)]),
  }
  const value = as === 'percent' ? format.percent : format.number
  const shared = {
    h: 260,
    data: points,
    dataKey: 'from',
    series: lines.map(({ dashed, ...line }) => ({
      ...line,
      ...(dashed ? { strokeDasharray: '5 4' } : {}),
    })),
    valueFormatter: value,
    accessibilityLayer: false,
    xAxisProps: { tickFormatter: label, minTickGap: 24 },
    yAxisProps: { width: 48, allowDecimals: as === 'percent' },
    referenceLines: groups.map((group) => ({
      x: group.from,
      color: 'violet.5',
      strokeDasharray: '2 3',
    })),
    tooltipProps: {
      content: ({ label: from, payload }: { label?: unknown; payload?: readonly unknown[] }) => {
        const changes = counts.get(String(from))
        const text = typeof from === 'string' ? label(from) : ''
        return (
          <ChartTooltip
            label={changes ? `${text} · ${t('marks.count', { count: changes })}` : text}
            payload={(payload ?? []) as Record<string, unknown>[]}
            series={lines}
            valueFormatter={value}
          />
        )
      },
    },
  }
  const plot =
    kind === 'bars' ? (
      <BarChart {...shared} type="stacked" maxBarWidth={36} />
    ) : (
      <LineChart
        {...shared}
        curveType="linear"
        withDots={points.length <= 62}
        connectNulls={false}
      />
    )
  const chart = (
    <>
      {plot}
      {lines.length > 1 && <Legend lines={lines} />}
    </>
  )
  return (
    <SheetCard sheet={sheet} about={about} chart={chart} bucket={label}>
      <MarksNote marks={marks} />
    </SheetCard>
  )
}
