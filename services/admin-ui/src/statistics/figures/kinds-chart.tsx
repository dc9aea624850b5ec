import { useTranslation } from 'react-i18next'
import { COLOURS, KINDS } from '~/interactions/kinds'
import { TimeChart } from '../charts/time-chart'
import { usePeriod, useStatisticsSearch } from '../use-search'
import { Figure } from './figure'
import { useSeries } from './series'

/** What interactions were: of each kind how many, one above the other. */
export function KindsChart() {
  const { t } = useTranslation('statistics')
  const { t: named } = useTranslation('interactions')
  const { bucket } = useStatisticsSearch()
  const { query } = useSeries(usePeriod(), bucket, {})
  return (
    <Figure query={query} height={320}>
      {(data) => {
        const there = KINDS.filter((kind) => data.items.some((point) => point.events[kind]))
        return (
          <TimeChart
            title={t('kinds.title')}
            kind="bars"
            points={data.items.map(({ from, events }) => ({
              ...Object.fromEntries(there.map((kind) => [kind, events[kind] ?? 0])),
              from,
            }))}
            lines={there.map((kind) => ({
              name: kind,
              label: named(`kinds.${kind}`),
              color: COLOURS[kind],
            }))}
            bucket={data.bucket}
            tz={data.tz}
            marks={data.changes}
          />
        )
      }}
    </Figure>
  )
}
