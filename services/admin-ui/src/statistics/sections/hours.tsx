import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { answered, api, type Schemas } from '~/api/client'
import { KINDS } from '~/interactions/kinds'
import { useFormat } from '~/parts/format'
import type { Sheet } from '../charts/sheet'
import { SheetCard } from '../charts/sheet-card'
import { TintedTable } from '../charts/tinted-table'
import { Empty } from '../empty'
import { EventChoice } from '../event-choice'
import { Figure } from '../figures/figure'
import { useFigure } from '../figures/use-figure'
import { asQuery } from '../period/period'
import { PeriodBar } from '../period/period-bar'
import { usePeriod, useSetSearch, useStatisticsSearch } from '../use-search'

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'))
/** A Monday, with which weeks begin. */
const MONDAY = Date.UTC(2026, 10, 23)
const DAY_MS = 24 * 60 * 60 * 1000

/** At which hours of which weekdays people use the bot. */
export function Hours() {
  const period = usePeriod()
  const search = useStatisticsSearch()
  const set = useSetSearch()
  const event = KINDS.find((kind) => kind === search.event)
  const query = useFigure(['heatmap', period, event], (signal) => {
    const query = { ...asQuery(period), ...(event ? { event: [event] } : {}) }
    return answered(api.GET('/api/v1/stats/heatmap', { params: { query }, signal }))
  })
  return (
    <Stack>
      <PeriodBar />
      <EventChoice value={event} onChange={(kind) => set({ event: kind })} />
      <Figure query={query}>
        {(data) => (data.total === 0 && !event ? <Empty /> : <WeekMap data={data} />)}
      </Figure>
    </Stack>
  )
}

function WeekMap({ data }: { data: Schemas['Heatmap'] }) {
  const { t, i18n } = useTranslation('statistics')
  const { number } = useFormat()
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' })
  const days = data.counts.map((_, day) => weekday.format(MONDAY + day * DAY_MS))
  const most = Math.max(1, ...data.counts.flat())
  const sheet: Sheet = {
    title: t('hours.title'),
    columns: [
      { name: t('hours.weekday'), as: 'text' },
      ...HOURS.map((name) => ({ name, as: 'number' as const })),
    ],
    rows: data.counts.map((counts, day) => [days[day] ?? '', ...counts]),
  }
  return (
    <SheetCard
      sheet={sheet}
      about={t('hours.about', { tz: data.tz })}
      table={
        <TintedTable
          title={sheet.title}
          corner={t('hours.weekday')}
          names={HOURS}
          rows={data.counts.map((counts, day) => ({
            name: days[day],
            cells: counts.map((count) => ({ text: number(count), share: count / most })),
          }))}
        />
      }
    />
  )
}
