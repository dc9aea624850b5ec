import './texts'
import { SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Fields } from '~/resources/kinds'

type ButtonFields = Fields<'buttons'>
type ButtonKind = NonNullable<ButtonFields['kind']>

export const INLINE_KINDS: ButtonKind[] = [
  'callback',
  'url',
  'web_app',
  'copy_text',
  'switch_inline',
  'switch_inline_current',
]
export const REPLY_KINDS: ButtonKind[] = [
  'text',
  'request_contact',
  'request_location',
  'request_poll',
  'web_app',
]
export const BUTTON_KINDS = [...new Set([...INLINE_KINDS, ...REPLY_KINDS])]

const WITH_DATA = [
  'callback',
  'copy_text',
  'switch_inline',
  'switch_inline_current',
  'request_poll',
] as const
const WITH_URL: ButtonKind[] = ['url', 'web_app']
const STYLES = ['none', 'primary', 'success', 'danger'] as const

/** The fields of a button, for its own page and for the keyboard that it stands on. */
export function ButtonFieldset({
  value,
  onChange,
  errorOf,
  kinds = BUTTON_KINDS,
}: {
  value: ButtonFields
  onChange: (part: Partial<ButtonFields>) => void
  errorOf: (field: string) => string | undefined
  kinds?: readonly ButtonKind[]
}) {
  const { t } = useTranslation('buttons')
  const kind = value.kind ?? 'callback'
  const dataKind = WITH_DATA.find((one) => one === kind)
  return (
    <Stack gap="sm">
      <TextInput
        label={t('form.label')}
        required
        value={value.label}
        error={errorOf('label')}
        onChange={(event) => onChange({ label: event.currentTarget.value })}
      />
      <Select
        label={t('form.kind')}
        allowDeselect={false}
        value={kind}
        error={errorOf('kind')}
        data={[...new Set([...kinds, kind])].map((one) => ({
          value: one,
          label: t(`kinds.${one}`),
        }))}
        onChange={(next) => next && onChange(ofKind(next as ButtonKind))}
      />
      {dataKind && (
        <TextInput
          label={t(`data.${dataKind}`)}
          value={value.data ?? ''}
          error={errorOf('data')}
          onChange={(event) => onChange({ data: event.currentTarget.value || emptyData(kind) })}
          rightSectionWidth={110}
          rightSection={
            dataKind === 'callback' && (
              <Text size="xs" c="dimmed">
                {t('bytes', { count: new TextEncoder().encode(value.data ?? '').length })}
              </Text>
            )
          }
        />
      )}
      {WITH_URL.includes(kind) && (
        <TextInput
          label={t('form.url')}
          type="url"
          placeholder="https://"
          value={value.url ?? ''}
          error={errorOf('url')}
          onChange={(event) => onChange({ url: event.currentTarget.value || null })}
        />
      )}
      <div>
        <Text size="sm" fw={500} id="style">
          {t('form.style')}
        </Text>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('form.style')}
          value={value.style ?? 'none'}
          data={STYLES.map((style) => ({ value: style, label: t(`styles.${style}`) }))}
          onChange={(style) =>
            onChange({ style: style === 'none' ? null : (style as ButtonFields['style'] & string) })
          }
        />
      </div>
      <TextInput
        label={t('form.icon')}
        description={t('form.iconHelp')}
        inputMode="numeric"
        value={value.icon ?? ''}
        error={errorOf('icon')}
        onChange={(event) => onChange({ icon: event.currentTarget.value || null })}
      />
    </Stack>
  )
}

/** Fields that the new kind has not are emptied, so that it can be saved. */
function ofKind(kind: ButtonKind): Partial<ButtonFields> {
  const hasData = WITH_DATA.some((one) => one === kind)
  return {
    kind,
    ...(hasData ? {} : { data: null }),
    ...(WITH_URL.includes(kind) ? {} : { url: null }),
  }
}

/** A query may be empty, and other data is none then. */
function emptyData(kind: ButtonKind): string | null {
  return kind === 'switch_inline' || kind === 'switch_inline_current' ? '' : null
}
