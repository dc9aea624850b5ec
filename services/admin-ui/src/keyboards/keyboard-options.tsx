import { NumberInput, Stack, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/client'
import type { Keyboard } from '~/resources/kinds'

type Options = Schemas['KeyboardOptions']

const SWITCHES = ['resize', 'one_time', 'persistent', 'selective'] as const

/** What there is to set for a keyboard of this kind. */
export function KeyboardOptions({
  kind,
  value,
  onChange,
  errorOf,
}: {
  kind: Keyboard['kind']
  value: Options
  onChange: (value: Options) => void
  errorOf: (field: string) => string | undefined
}) {
  const { t } = useTranslation('keyboards')
  if (kind === 'inline') {
    return (
      <NumberInput
        label={t('options.page_rows')}
        description={t('options.pageHelp')}
        min={1}
        value={value.page_rows ?? ''}
        error={errorOf('options.page_rows')}
        onChange={(rows) => onChange({ ...value, page_rows: rows === '' ? null : Number(rows) })}
      />
    )
  }
  const names = kind === 'remove' ? (['selective'] as const) : SWITCHES
  return (
    <Stack gap="xs">
      {names.map((name) => (
        <Switch
          key={name}
          label={t(`options.${name}`)}
          checked={value[name] ?? name === 'resize'}
          onChange={(event) => onChange({ ...value, [name]: event.currentTarget.checked })}
        />
      ))}
      {kind === 'reply' && (
        <TextInput
          label={t('options.placeholder')}
          value={value.placeholder ?? ''}
          error={errorOf('options.placeholder')}
          onChange={(event) =>
            onChange({ ...value, placeholder: event.currentTarget.value || null })
          }
        />
      )}
    </Stack>
  )
}
