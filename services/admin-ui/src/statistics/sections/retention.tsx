import { SegmentedControl, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { answered, api, type Schemas } from '~/api/client'
import { useFormat } from '~/parts/format'
import type { Sheet } from '../charts/sheet'
import { SheetCard } from '../charts/sheet-card'
import { TintedTable } from '../charts/tinted-table'
import { Empty } from '../empty'
import { Figure } from '../figures/figure'
import { bucketLabels } from '../figures/labels'
import { useFigure } from '../figures/use-figure'
import { asQuery } from '../period/period'
import { PeriodBar } from '../period/period-bar'
import { usePeriod, useSetSearch, useStatisticsSearch } from '../use-search'

/** Of those who came first in the same time: how many came back. */
export function Retention() {
  const { t } = useTranslation('statistics')
  const period = usePeriod()
  const { cohorts } = useStatisticsSearch()
  const set = useSetSearch()
  const bucket = cohorts ?? (period.days > 31 ? 'week' : 'day')
  const query = useFigure(['retention', period, bucket], (signal) => {
    const query = { ...asQuery(period), bucket }
    return answered(api.GET('/api/v1/stats/retention', { params: { query }, signal }))
  })
  return (
    <Stack>
      <PeriodBar />
      <SegmentedControl
        aria-label={t('retention.cohorts')}
        style={{ alignSelf: 'flex-start' }}
        size="xs"
        value={bucket}
        onChange={(value) => set({ cohorts: value as 'day' | 'week' })}
        data={(['day', 'week'] as const).map((value) => ({
          value,
          label: t(`retention.by.${value}`),
        }))}
      />
      <Figure query={query}>
        {(data) =>
          data.items.every((cohort) => cohort.size === 0) ? <Empty /> : <Cohorts data={data} />
        }
      </Figure>
    </Stack>
  )
}

function Cohorts({ data }: { data: Schemas['Retention'] }) {
  const { t, i18n } = useTranslation('statistics')
  const { number, percent } = useFormat()
  const label = bucketLabels(i18n.language, data.tz, data.bucket)
  const cohorts = data.items.filter((cohort) => cohort.size > 0)
  const columns = Math.max(...cohorts.map((cohort) => cohort.shares.length))
  const names = Array.from({ length: columns }, (_, index) =>
    t(`retention.after.${data.bucket}`, { index }),
  )
  const sheet: Sheet = {
    title: t('retention.title'),
    columns: [
      { name: t('retention.first'), as: 'bucket' },
      { name: t('columns.people'), as: 'number' },
      ...names.map((name) => ({ name, as: 'percent' as const })),
    ],
    rows: cohorts.map((cohort) => [
      cohort.from,
      cohort.size,
      ...names.map((_, index) => cohort.shares[index] ?? null),
    ]),
  }
  return (
    <SheetCard
      sheet={sheet}
      about={t('retention.about')}
      table={
        <TintedTable
          title={sheet.title}
          corner={t('retention.first')}
          names={[t('columns.people'), ...names]}
          rows={cohorts.map((cohort) => ({
            name: label(cohort.from),
            plain: [number(cohort.size)],
            cells: cohort.shares.map((share, index) => ({
              text: share === null ? '–' : percent(Math.round(share * 100) / 100),
              share: share ?? 0,
              title: t('retention.cell', {
                count: cohort.active[index] ?? 0,
                number: number(cohort.active[index] ?? 0),
              }),
            })),
          }))}
        />
      }
    />
  )
}
