import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answered, api, type Schemas } from '~/api/client'
import { nameOfPerson } from '~/interactions/names'
import { showDone } from '~/parts/notices'
import { ProblemAlert } from '~/parts/problem-alert'
import { useUnfolded } from '~/parts/use-unfolded'

/** Forgets a person for good; so it asks, where it stands. */
export function Erasing({ one }: { one: Schemas['PersonDetail'] }) {
  const { t } = useTranslation('people')
  const { t: common } = useTranslation()
  const { t: named } = useTranslation('interactions')
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { isOpen, close, opener } = useUnfolded()
  const name = nameOfPerson(one, named)
  const erase = useMutation({
    mutationFn: () =>
      answered(
        api.DELETE('/api/v1/people/{user_id}', { params: { path: { user_id: one.user_id } } }),
      ),
    onSuccess: async () => {
      await navigate({ to: '/people' })
      queries.removeQueries({ queryKey: ['people', 'one', one.user_id] })
      await queries.invalidateQueries({ queryKey: ['people'] })
      showDone(t('erase.done', { name }))
    },
  })
  if (!isOpen) {
    return (
      <Group>
        <Button
          color="red"
          variant="light"
          leftSection={<IconTrash size={16} aria-hidden />}
          {...opener}
        >
          {t('erase.open')}
        </Button>
      </Group>
    )
  }
  return (
    <Alert
      color="red"
      role="group"
      aria-label={t('erase.title', { name })}
      title={t('erase.title', { name })}
      icon={<IconAlertTriangle aria-hidden />}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <Text size="sm" mb="sm">
        {t('erase.about')}
      </Text>
      <ProblemAlert error={erase.error} />
      <Group mt="sm">
        <Button color="red" loading={erase.isPending} onClick={() => erase.mutate()}>
          {t('erase.really', { name })}
        </Button>
        <Button variant="default" onClick={close} data-autofocus autoFocus>
          {common('actions.cancel')}
        </Button>
      </Group>
    </Alert>
  )
}
