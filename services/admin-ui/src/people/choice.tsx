import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** One of few, or any. */
export function Choice({
  label,
  value,
  options,
  error,
  choose,
}: {
  label: string
  value: string | undefined
  options: { value: string; label: string }[]
  error?: string | undefined
  choose: (value: string | null) => void
}) {
  const { t } = useTranslation('people')
  return (
    <Select
      label={label}
      placeholder={t('filters.any')}
      size="xs"
      clearable
      clearButtonProps={{ 'aria-label': t('filters.clear', { name: label }) }}
      value={value ?? null}
      error={error}
      onChange={choose}
      data={options}
    />
  )
}
