import { JsonInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isSame } from '~/resources/fields'
import { errorAt, type Spot } from '../spot'

/** A value of JSON, written as such. While it is none, the form keeps what it was before. */
export function JsonField({
  label,
  description,
  field,
  value,
  onChange,
  spot,
}: {
  label: string
  description: string
  field: string
  value: unknown
  onChange: (value: unknown) => void
  spot: Spot
}) {
  const { t } = useTranslation('steps')
  const [typed, setTyped] = useState(() => written(value))
  const parsed = read(typed)
  const shown = parsed !== null && !isSame(parsed.value, value) ? written(value) : typed

  function type(text: string): void {
    setTyped(text)
    const next = read(text)
    if (next !== null) onChange(next.value)
  }

  return (
    <JsonInput
      label={label}
      description={description}
      placeholder={'{"name": "{full_name}"}'}
      autosize
      minRows={3}
      maxRows={16}
      readOnly={spot.readOnly}
      value={shown}
      error={read(shown) === null ? t('fields.noJson') : errorAt(spot, field, true)}
      onChange={type}
    />
  )
}

function written(value: unknown): string {
  return value === undefined || value === null ? '' : JSON.stringify(value, null, 2)
}

function read(text: string): { value: unknown } | null {
  if (text.trim() === '') return { value: undefined }
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return null
  }
}
