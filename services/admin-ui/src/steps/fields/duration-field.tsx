import { Group, NativeSelect, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { UNITS, type Unit, unitOf } from '../duration'

/** Seconds, as a number of a unit that is easy to read. */
export function DurationField({
  label,
  description,
  value,
  onChange,
  error,
  readOnly,
}: {
  label: string
  description?: string
  value: number
  onChange: (seconds: number) => void
  error: string | undefined
  readOnly: boolean
}) {
  const { t } = useTranslation('steps')
  const [unit, setUnit] = useState<Unit>(unitOf(value))
  // What came from elsewhere may be no whole number of the unit that was chosen here.
  const shown = value % UNITS[unit] === 0 ? unit : unitOf(value)

  function choose(next: Unit): void {
    setUnit(next)
    onChange((value / UNITS[shown]) * UNITS[next])
  }

  return (
    <Group align="flex-end" gap="xs" wrap="nowrap">
      <NumberInput
        flex={1}
        label={label}
        description={description}
        error={error}
        allowDecimal={false}
        allowNegative={false}
        readOnly={readOnly}
        value={value === 0 ? '' : value / UNITS[shown]}
        onChange={(number) => onChange((Number(number) || 0) * UNITS[shown])}
      />
      <NativeSelect
        aria-label={`${label}: ${t('duration.unit')}`}
        disabled={readOnly}
        value={shown}
        onChange={(event) => choose(event.currentTarget.value as Unit)}
        data={Object.keys(UNITS).map((one) => ({
          value: one,
          label: t(`duration.units.${one as Unit}`),
        }))}
      />
    </Group>
  )
}
