import './texts'
import '@mantine/dates/styles.css'
import 'dayjs/locale/ru'
import { DatePickerInput } from '@mantine/dates'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from './days'

type Range = [string | null, string | null]

/** Two days and all between them; while only one is chosen, those of before stay. */
export function DayRange({
  label,
  from,
  to,
  error,
  onChange,
  onClear,
}: {
  label: string
  from: Day | undefined
  to: Day | undefined
  error?: string | undefined
  onChange: (from: Day, to: Day) => void
  /** Where it may be any day. */
  onClear?: () => void
}) {
  const { t, i18n } = useTranslation('days')
  const id = useId()
  const [chosen, setChosen] = useState<Range | null>(null)

  function choose(range: Range) {
    const [first, last] = range
    if (first !== null && last !== null) {
      setChosen(null)
      onChange(first, last)
    } else if (first === null && onClear) {
      setChosen(null)
      onClear()
    } else {
      setChosen(range)
    }
  }

  return (
    <DatePickerInput
      type="range"
      id={id}
      // The calendar is called as the field is, by the id that both have.
      popoverProps={{ id }}
      ariaLabels={t('calendar', { returnObjects: true })}
      // Their red and grey are too pale to read.
      weekendDays={[]}
      hideOutsideDates
      label={label}
      size="xs"
      miw={210}
      locale={i18n.language}
      allowSingleDateInRange
      clearable={onClear !== undefined}
      clearButtonProps={{ 'aria-label': t('any') }}
      placeholder={onClear ? t('any') : ''}
      valueFormat="D MMM YYYY"
      minDate="2015-01-01"
      maxDate="2099-12-30"
      value={chosen ?? [from ?? null, to ?? null]}
      error={error}
      onChange={choose}
    />
  )
}
