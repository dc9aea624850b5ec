import { Anchor, Fieldset, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  CONTENT_KINDS,
  OCCURRENCES,
  readPattern,
  startOf,
  type Trigger,
  type TriggerType,
  writePattern,
} from './trigger'

const TYPES: TriggerType[] = [
  'command',
  'text',
  'like',
  'fallback',
  'content',
  'occurrence',
  'expression',
]

/** What the handler answers to, by choice or as a pattern written by hand. */
export function TriggerPicker({
  value,
  onChange,
  error,
}: {
  /** The pattern. */
  value: string
  onChange: (pattern: string) => void
  error: string | undefined
}) {
  const { t } = useTranslation('handlers')
  const [isByHand, setByHand] = useState(value !== '' && readPattern(value) === null)
  // A choice may say more than its pattern yet does: one without a word has none.
  const [chosen, setChosen] = useState<Trigger>(startOf('command', null))
  const isChosen = value === writePattern(chosen)
  const trigger = isChosen ? chosen : value === '' ? startOf('command', null) : readPattern(value)

  function choose(next: Trigger): void {
    setChosen(next)
    onChange(writePattern(next))
  }

  return (
    <Fieldset legend={t('trigger.legend')}>
      <Stack gap="sm">
        {isByHand || trigger === null ? (
          <TextInput
            label={t('trigger.pattern')}
            value={value}
            error={error}
            ff="monospace"
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        ) : (
          <>
            <Select
              label={t('trigger.type')}
              allowDeselect={false}
              value={trigger.type}
              data={TYPES.map((type) => ({ value: type, label: t(`trigger.types.${type}`) }))}
              onChange={(type) => type && choose(startOf(type as TriggerType, trigger))}
            />
            <Details trigger={trigger} onChange={choose} error={error} />
          </>
        )}
        {trigger !== null && (
          <Anchor
            component="button"
            type="button"
            size="sm"
            style={{ alignSelf: 'flex-start' }}
            onClick={() => setByHand(!isByHand)}
          >
            {t(isByHand ? 'trigger.byChoice' : 'trigger.byHand')}
          </Anchor>
        )}
      </Stack>
    </Fieldset>
  )
}

function Details({
  trigger,
  onChange,
  error,
}: {
  trigger: Trigger
  onChange: (trigger: Trigger) => void
  error: string | undefined
}) {
  const { t } = useTranslation('handlers')
  switch (trigger.type) {
    case 'command':
      return (
        <>
          <TextInput
            label={t('trigger.command')}
            description={t('trigger.commandHelp')}
            leftSection="/"
            value={trigger.name}
            error={error}
            required
            onChange={(event) => onChange({ ...trigger, name: event.currentTarget.value })}
          />
          <TextInput
            label={t('trigger.argument')}
            description={t('trigger.argumentHelp')}
            value={trigger.argument}
            onChange={(event) => onChange({ ...trigger, argument: event.currentTarget.value })}
          />
        </>
      )
    case 'text':
      return (
        <TextInput
          label={t('trigger.text')}
          description={t('trigger.textHelp')}
          value={trigger.text}
          error={error}
          required
          onChange={(event) => onChange({ ...trigger, text: event.currentTarget.value })}
        />
      )
    case 'like':
      return (
        <TextInput
          label={t('trigger.glob')}
          description={t('trigger.globHelp')}
          value={trigger.glob}
          error={error}
          required
          onChange={(event) => onChange({ ...trigger, glob: event.currentTarget.value })}
        />
      )
    case 'expression':
      return (
        <TextInput
          label={t('trigger.source')}
          description={t('trigger.sourceHelp')}
          ff="monospace"
          value={trigger.source}
          error={error}
          required
          onChange={(event) => onChange({ ...trigger, source: event.currentTarget.value })}
        />
      )
    case 'content':
    case 'occurrence':
      return (
        <Select
          label={t('trigger.kind')}
          allowDeselect={false}
          value={trigger.kind}
          error={error}
          data={(trigger.type === 'content' ? CONTENT_KINDS : OCCURRENCES).map((kind) => ({
            value: kind,
            label: t(`trigger.kinds.${kind}`),
          }))}
          onChange={(kind) => kind && onChange({ ...trigger, kind } as Trigger)}
        />
      )
    case 'fallback':
      return (
        <>
          <Text size="sm">{t('trigger.fallbackHelp')}</Text>
          {error && (
            <Text size="sm" c="red">
              {error}
            </Text>
          )}
        </>
      )
  }
}
