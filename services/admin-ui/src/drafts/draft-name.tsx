import { ActionIcon, Badge, Button, Group, TextInput, Title } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFieldErrors } from '~/parts/field-errors'
import { ProblemAlert } from '~/parts/problem-alert'
import { useUnfolded } from '~/parts/use-unfolded'
import { choosePlace, usePlace } from '~/place/place'
import { useMay } from '~/session/session'
import { type Draft, useUpdateDraft } from './queries'

/** The name of a draft, which can be another. */
export function DraftName({ draft }: { draft: Draft }) {
  const { t } = useTranslation(['changes', 'common'])
  const mayEdit = useMay('editor')
  const isHere = usePlace().draft === draft.id
  const { isOpen, close, opener } = useUnfolded()
  if (isOpen) return <Renaming draft={draft} isHere={isHere} close={close} />
  return (
    <Group gap="xs">
      <Title order={2} size="h4">
        {draft.name}
      </Title>
      {mayEdit && (
        <ActionIcon
          variant="subtle"
          aria-label={t('drafts.rename', { name: draft.name })}
          {...opener}
        >
          <IconPencil size={16} aria-hidden />
        </ActionIcon>
      )}
      {isHere && (
        <Badge variant="light" color="violet" c="var(--mantine-color-text)" tt="none">
          {t('drafts.working')}
        </Badge>
      )}
    </Group>
  )
}

function Renaming({ draft, isHere, close }: { draft: Draft; isHere: boolean; close: () => void }) {
  const { t } = useTranslation(['changes', 'common'])
  const [name, setName] = useState(draft.name)
  const update = useUpdateDraft()
  const errorOf = useFieldErrors(update.error)

  function submit(event: FormEvent): void {
    event.preventDefault()
    update.mutate(
      { id: draft.id, name },
      {
        onSuccess: () => {
          if (isHere) choosePlace({ draft: draft.id, name })
          close()
        },
      },
    )
  }

  return (
    <form onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && close()}>
      <ProblemAlert error={errorOf('name') ? null : update.error} />
      <Group align="flex-end" gap="xs">
        <TextInput
          label={t('drafts.name')}
          value={name}
          autoFocus
          required
          error={errorOf('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" loading={update.isPending}>
          {t('common:actions.save')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('common:actions.cancel')}
        </Button>
      </Group>
    </form>
  )
}
