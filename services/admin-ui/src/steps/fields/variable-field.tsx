import { Autocomplete } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { errorAt, type Spot } from '../spot'

/** The name of a variable: one that the action has already, or a new one. */
export function VariableField({
  label,
  description,
  field = 'variable',
  value,
  onChange,
  spot,
}: {
  label: string
  description?: string
  field?: string
  value: string
  onChange: (name: string) => void
  spot: Spot
}) {
  const { t } = useTranslation('steps')
  return (
    <Autocomplete
      label={label}
      description={description ?? t('fields.variableHelp')}
      placeholder="city"
      withAsterisk
      readOnly={spot.readOnly}
      data={spot.variables.filter((name) => name !== value)}
      value={value}
      error={errorAt(spot, field)}
      onChange={onChange}
    />
  )
}
