import { TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { errorAt, type Spot } from '../spot'

/** Short texts; Enter ends each. */
export function TextsField({
  label,
  description,
  field,
  value,
  onChange,
  suggestions = [],
  spot,
}: {
  label: string
  description?: string
  field: string
  value: readonly string[]
  onChange: (texts: string[]) => void
  suggestions?: readonly string[]
  spot: Spot
}) {
  const { t } = useTranslation('steps')
  return (
    <TagsInput
      label={label}
      description={description ?? t('fields.textsHelp')}
      withAsterisk
      readOnly={spot.readOnly}
      splitChars={[]}
      acceptValueOnBlur
      data={[...suggestions]}
      value={[...value]}
      error={errorAt(spot, field, true)}
      onChange={onChange}
    />
  )
}
