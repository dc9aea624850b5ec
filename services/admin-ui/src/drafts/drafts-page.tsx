import '../changes/texts'
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFieldErrors } from '~/parts/field-errors'
import { keepsFocus } from '~/parts/keeps-focus'
import { Nothing } from '~/parts/nothing'
import { Page } from '~/parts/page'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import { useMay } from '~/session/session'
import { DraftCard } from './draft-card'
import { useBeginDraft, useDrafts } from './queries'

export function DraftsPage() {
  const { t } = useTranslation(['changes', 'common'])
  const mayEdit = useMay('editor')
  const drafts = useDrafts()
  const all = drafts.data?.items ?? []
  return (
    <Page title={t('common:places.drafts')} about={t('drafts.about')}>
      <Stack ref={keepsFocus}>
        {mayEdit && <Begin />}
        <ProblemAlert error={drafts.error} retry={() => void drafts.refetch()} />
        {drafts.isPending && <Waiting rows={3} height={90} />}
        {drafts.data && all.length === 0 && <Nothing title={t('drafts.empty')} />}
        {all.map((draft) => (
          <DraftCard key={draft.id} draft={draft} />
        ))}
      </Stack>
    </Page>
  )
}

function Begin() {
  const { t } = useTranslation('changes')
  const [name, setName] = useState('')
  const begin = useBeginDraft()
  const errorOf = useFieldErrors(begin.error)

  function submit(event: FormEvent) {
    event.preventDefault()
    begin.mutate(name, { onSuccess: () => setName('') })
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <ProblemAlert error={errorOf('name') ? null : begin.error} />
        <Group align="flex-end">
          <TextInput
            label={t('drafts.name')}
            value={name}
            required
            data-focus-else
            error={errorOf('name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" loading={begin.isPending}>
            {t('drafts.begin')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
