import '@mantine/dates/styles.css'
import 'dayjs/locale/ru'
import { DatePickerInput } from '@mantine/dates'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSetSearch, useStatisticsSearch } from '../use-search'

type Range = [string | null, string | null]

/** Two days of one's own; while only one is chosen, the address has those of before. */
export function RangeChoice() {
  const { t, i18n } = useTranslation('statistics')
  const { from, to } = useStatisticsSearch()
  const set = useSetSearch()
  const [chosen, setChosen] = useState<Range | null>(null)

  function choose(range: Range) {
    const [first, last] = range
    if (first !== null && last !== null) {
      setChosen(null)
      set({ period: 'own', from: first, to: last })
    } else {
      setChosen(range)
    }
  }

  return (
    <DatePickerInput
      type="range"
      label={t('period.range')}
      size="xs"
      miw={210}
      locale={i18n.language}
      allowSingleDateInRange
      valueFormat="D MMM YYYY"
      minDate="2015-01-01"
      maxDate="2099-12-30"
      value={chosen ?? [from ?? null, to ?? null]}
      onChange={choose}
    />
  )
}
