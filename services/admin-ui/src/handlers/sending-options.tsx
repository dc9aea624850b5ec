import { Select, Stack, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/client'

type Options = Schemas['ContentOptions']
type Preview = NonNullable<Options['link_preview']>

/** How a message is sent. */
export function SendingOptions({
  value,
  onChange,
  errorOf,
}: {
  value: Options
  onChange: (value: Options) => void
  errorOf: (field: string, parts?: boolean) => string | undefined
}) {
  const { t } = useTranslation('handlers')
  const preview = value.link_preview ?? {}
  const mode = preview.disabled ? 'off' : preview.url != null ? 'own' : 'default'
  const modes: Record<typeof mode, Preview> = {
    default: {},
    off: { disabled: true },
    own: { url: preview.url ?? '' },
  }
  const setPreview = (next: Preview) => onChange({ ...value, link_preview: next })
  return (
    <Stack gap="xs">
      <Switch
        label={t('form.protect')}
        checked={value.protect ?? false}
        onChange={(event) => onChange({ ...value, protect: event.currentTarget.checked })}
      />
      <Switch
        label={t('form.silent')}
        checked={value.silent ?? false}
        onChange={(event) => onChange({ ...value, silent: event.currentTarget.checked })}
      />
      <Switch
        label={t('form.captionAbove')}
        checked={value.caption_above ?? false}
        error={errorOf('options.caption_above')}
        onChange={(event) => onChange({ ...value, caption_above: event.currentTarget.checked })}
      />
      <Select
        label={t('form.linkPreview')}
        allowDeselect={false}
        value={mode}
        error={errorOf('options.link_preview')}
        data={(['default', 'off', 'own'] as const).map((one) => ({
          value: one,
          label: t(`form.linkPreviews.${one}`),
        }))}
        onChange={(next) => next && setPreview(modes[next as typeof mode])}
      />
      {mode === 'own' && (
        <>
          <TextInput
            label={t('form.linkUrl')}
            value={preview.url ?? ''}
            error={errorOf('options.link_preview.url')}
            onChange={(event) => setPreview({ ...preview, url: event.currentTarget.value })}
          />
          <Switch
            label={t('form.linkLarge')}
            checked={preview.large ?? false}
            onChange={(event) => setPreview({ ...preview, large: event.currentTarget.checked })}
          />
        </>
      )}
      {mode !== 'off' && (
        <Switch
          label={t('form.linkAbove')}
          checked={preview.above ?? false}
          onChange={(event) => setPreview({ ...preview, above: event.currentTarget.checked })}
        />
      )}
    </Stack>
  )
}
