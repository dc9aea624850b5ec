import { Group, Select, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { addDays } from '~/parts/days/days'
import { DayRange } from '~/parts/days/lazy-day-range'
import { BUCKETS, PRESETS, type StatisticsSearch } from '../search'
import { usePeriod, useSetSearch, useStatisticsSearch } from '../use-search'
import { ExportMenu } from './export-menu'
import { PeriodNote } from './period-note'
import { ZoneChoice } from './zone-choice'

const AUTO = 'auto'

/** Of which time the figures are; all of it stands in the address. */
export function PeriodBar({
  buckets = false,
  compared = false,
  compare = false,
}: {
  buckets?: boolean
  /** Whether the figures stand against the period before. */
  compared?: boolean
  /** Whether charts can show it. */
  compare?: boolean
}) {
  const { t } = useTranslation('statistics')
  const search = useStatisticsSearch()
  const period = usePeriod()
  const set = useSetSearch()

  function choose(value: string | null) {
    if (value === 'own') {
      set({ period: 'own', from: period.from, to: addDays(period.to, -1) })
    } else {
      set({ period: value as StatisticsSearch['period'], from: undefined, to: undefined })
    }
  }

  return (
    <div>
      <Group gap="xs" align="flex-end">
        <Select
          label={t('period.label')}
          size="xs"
          w={150}
          allowDeselect={false}
          value={search.period ?? '7d'}
          onChange={choose}
          data={[...PRESETS, 'own' as const].map((value) => ({
            value,
            label: t(`period.presets.${value}`),
          }))}
        />
        {search.period === 'own' && (
          <DayRange
            label={t('period.range')}
            from={search.from}
            to={search.to}
            onChange={(from, to) => set({ period: 'own', from, to })}
          />
        )}
        {buckets && (
          <Select
            label={t('period.bucket')}
            size="xs"
            w={150}
            allowDeselect={false}
            value={search.bucket ?? AUTO}
            onChange={(value) => set({ bucket: BUCKETS.find((bucket) => bucket === value) })}
            data={[AUTO, ...BUCKETS].map((value) => ({
              value,
              label: t(`period.buckets.${value as 'auto'}`),
            }))}
          />
        )}
        <ZoneChoice />
        {compare && (
          <Switch
            label={t('period.compare')}
            size="sm"
            mb={6}
            checked={search.compare ?? false}
            onChange={(event) => set({ compare: event.currentTarget.checked || undefined })}
          />
        )}
        <ExportMenu period={period} />
      </Group>
      <PeriodNote period={period} compared={compared || compare} />
    </div>
  )
}
