import { Radio, Stack, Text } from '@mantine/core'
import { useId } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HandlerChoice } from '~/handlers/handler-choice'
import type { Editor } from '~/resources/editor/use-editor'
import { FilledText } from '~/steps/fields/filled-text'
import type { ErrorOf } from '~/steps/spot'
import { StepsEditor } from '~/steps/steps-editor'
import { inWay, WAYS, type Way, wayOf } from './way'

/** https://core.telegram.org/bots/api#answercallbackquery */
const NOTE_MAX = 200

/** First the simple ways; steps of one's own where none of them will do. */
export function WhatItDoes({
  editor: { value, set },
  errorOf,
}: {
  editor: Editor<'callbacks'>
  errorOf: ErrorOf
}) {
  const { t } = useTranslation('callbacks')
  const [isOwn, setOwn] = useState(false)
  const titleId = useId()
  const way = isOwn ? 'own' : wayOf(value)
  const note = noteOf(value.action)
  // Kept for who tries the other ways, and comes back.
  const [lastNote, setLastNote] = useState('')

  function choose(next: Way): void {
    setOwn(next === 'own')
    if (note !== null) setLastNote(note)
    set(inWay(next, value, note ?? lastNote))
  }

  return (
    <Stack component="section" aria-labelledby={titleId}>
      <Radio.Group
        label={<span id={titleId}>{t('form.action')}</span>}
        value={way}
        onChange={(next) => choose(next as Way)}
      >
        <Stack gap="xs" mt="xs">
          {WAYS.map((one) => (
            <Radio
              key={one}
              value={one}
              label={t(`ways.${one}.name`)}
              description={t(`ways.${one}.about`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {way !== 'toast' && (
        <HandlerChoice
          label={t('form.handler_id')}
          description={t(way === 'own' ? 'handler.own' : 'handler.shown')}
          value={value.handler_id ?? null}
          onChange={(handler_id) => set({ handler_id })}
          error={errorOf('handler_id')}
        />
      )}
      {way === 'toast' && (
        <FilledText
          label={t('note')}
          value={note ?? ''}
          onChange={(text) => set({ action: [{ type: 'toast', text }] })}
          error={errorOf('action', true)}
          most={NOTE_MAX}
          spot={{ path: 'action[0]', errorOf, readOnly: false, variables: [] }}
          required
        />
      )}
      {way === 'own' && (
        <StepsEditor
          value={value.action ?? []}
          onChange={(action) => set({ action })}
          errorOf={errorOf}
        />
      )}
      {(way === 'edit' || way === 'reply') && errorOf('action', true) && (
        <Text size="sm" c="red" role="alert">
          {errorOf('action', true)}
        </Text>
      )}
    </Stack>
  )
}

function noteOf(action: Editor<'callbacks'>['value']['action']): string | null {
  const [step] = action ?? []
  return step?.type === 'toast' ? step.text : null
}
