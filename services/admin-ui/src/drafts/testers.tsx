import { Button, Group, MultiSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFieldErrors } from '~/parts/field-errors'
import { ProblemAlert } from '~/parts/problem-alert'
import { type Draft, useUpdateDraft } from './queries'
import { useCandidates } from './use-candidates'

/** The people whom the bot answers by the draft. */
export function Testers({ draft }: { draft: Draft }) {
  const { t } = useTranslation(['changes', 'common'])
  const [chosen, setChosen] = useState(draft.testers.map(String))
  const [text, setText] = useState('')
  const candidates = useCandidates(chosen, text)
  const update = useUpdateDraft()
  const errorOf = useFieldErrors(update.error)
  const error = errorOf('testers', true)

  function save(): void {
    update.mutate({ id: draft.id, testers: chosen.map(Number) })
  }

  return (
    <>
      <ProblemAlert error={error ? null : update.error} />
      <Group align="flex-end">
        <MultiSelect
          flex={1}
          miw={220}
          label={t('drafts.testers')}
          description={t('drafts.testersHelp')}
          placeholder={t('drafts.testersFind')}
          searchable
          hidePickedOptions
          // The API has searched already.
          filter={({ options }) => options}
          data={candidates}
          value={chosen}
          onChange={setChosen}
          searchValue={text}
          onSearchChange={setText}
          error={error}
        />
        <Button data-focus-else variant="default" loading={update.isPending} onClick={save}>
          {t('drafts.saveTesters')}
        </Button>
      </Group>
    </>
  )
}
