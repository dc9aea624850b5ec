import { Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** https://core.telegram.org/bots/api#inlinekeyboardbutton */
const BYTES_MAX = 64

/** Which presses the callback takes: data exactly, or with stars for anything. */
export function DataField({
  value,
  onChange,
  error,
}: {
  value: string
  onChange: (data: string) => void
  error: string | undefined
}) {
  const { t } = useTranslation('callbacks')
  const bytes = bytesOf(value)
  return (
    <TextInput
      label={t('form.callback_data')}
      description={t(value.includes('*') ? 'data.like' : 'data.exactly')}
      placeholder="prices"
      required
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      rightSectionWidth={96}
      rightSection={
        <Text size="xs" c={bytes > BYTES_MAX ? 'red' : 'dimmed'}>
          {t('data.bytes', { bytes, most: BYTES_MAX })}
        </Text>
      }
    />
  )
}

/** Stars are not counted. */
export function bytesOf(data: string): number {
  return new TextEncoder().encode(data.replaceAll('*', '')).length
}
