import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFieldErrors } from '~/parts/field-errors'
import { showDone } from '~/parts/notices'
import { ProblemAlert } from '~/parts/problem-alert'
import { type Draft, useUpdateDraft } from './queries'

/** The people whom the bot answers by the draft. */
export function Testers({ draft }: { draft: Draft }) {
  const { t } = useTranslation(['changes', 'common'])
  const [text, setText] = useState(draft.testers.join(', '))
  const update = useUpdateDraft()
  const errorOf = useFieldErrors(update.error)
  const error = errorOf('testers', true)

  function save(): void {
    // What is no number goes as it is, so that the API says what is wrong with it.
    const testers = text
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((one) => (/^\d+$/.test(one) ? Number(one) : (one as unknown as number)))
    update.mutate(
      { id: draft.id, testers },
      { onSuccess: () => showDone(t('common:states.saved')) },
    )
  }

  return (
    <>
      <ProblemAlert error={error ? null : update.error} />
      <Group align="flex-end">
        <TextInput
          flex={1}
          label={t('drafts.testers')}
          description={t('drafts.testersHelp')}
          value={text}
          error={error}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button variant="default" loading={update.isPending} onClick={save}>
          {t('drafts.saveTesters')}
        </Button>
      </Group>
    </>
  )
}
