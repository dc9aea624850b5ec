import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { usePeriod, useSetSearch } from '../use-search'
import { allZones, browserZone } from './zones'

export function ZoneChoice() {
  const { t } = useTranslation('statistics')
  const { tz } = usePeriod()
  const set = useSetSearch()
  const own = browserZone()
  // A zone can have another name here than in the list, as Asia/Calcutta has.
  const zones = useMemo(() => [...new Set([own, tz, ...allZones()])], [own, tz])
  return (
    <Select
      label={t('period.zone')}
      size="xs"
      w={190}
      searchable
      limit={60}
      allowDeselect={false}
      nothingFoundMessage={t('period.noZone')}
      value={tz}
      onChange={(value) => set({ tz: value === null || value === own ? undefined : value })}
      data={zones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
    />
  )
}
