import { Alert, Button, Card, Collapse, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useFormat } from '~/parts/format'
import { keepsFocus } from '~/parts/keeps-focus'
import { ProblemAlert } from '~/parts/problem-alert'
import { useUnfolded } from '~/parts/use-unfolded'
import { choosePlace, usePlace } from '~/place/place'
import { useMay } from '~/session/session'
import { DraftName } from './draft-name'
import { DraftReview } from './draft-review'
import { type Draft, useDropDraft } from './queries'
import { Testers } from './testers'

export function DraftCard({ draft }: { draft: Draft }) {
  const { t } = useTranslation(['changes', 'common'])
  const { moment } = useFormat()
  const mayEdit = useMay('editor')
  const place = usePlace()
  const [isOpen, { toggle }] = useDisclosure()
  const isHere = place.draft === draft.id
  return (
    <Card data-item withBorder component="section" aria-label={draft.name}>
      <Group justify="space-between">
        <div>
          <DraftName draft={draft} />
          <Text size="sm" c="dimmed">
            {t('drafts.changes', { count: draft.changes })} ·{' '}
            {t('drafts.by', { name: draft.created_by_name, at: moment(draft.created_at) })}
          </Text>
        </div>
        <Group gap="xs">
          {!isHere && (
            <Button
              variant="light"
              onClick={() => choosePlace({ draft: draft.id, name: draft.name })}
            >
              {t('drafts.work')}
            </Button>
          )}
          <Button variant="default" onClick={toggle} aria-expanded={isOpen}>
            {t('drafts.diff')}
          </Button>
        </Group>
      </Group>
      <Collapse expanded={isOpen}>
        {isOpen && (
          <Stack mt="md">
            <DraftReview draft={draft} />
            {mayEdit && (
              <div ref={keepsFocus}>
                <Testers key={draft.testers.join()} draft={draft} />
              </div>
            )}
            {mayEdit && <Drop draft={draft} />}
          </Stack>
        )}
      </Collapse>
    </Card>
  )
}

function Drop({ draft }: { draft: Draft }) {
  const { t } = useTranslation(['changes', 'common'])
  const { isOpen, close, opener } = useUnfolded()
  const drop = useDropDraft()
  if (!isOpen) {
    return (
      <Button variant="default" c="red" {...opener} style={{ alignSelf: 'flex-start' }}>
        {t('drafts.drop')}
      </Button>
    )
  }
  return (
    <Alert color="red" title={t('drafts.sure', { name: draft.name })}>
      <ProblemAlert error={drop.error} />
      <Group>
        <Button color="red" loading={drop.isPending} onClick={() => drop.mutate(draft.id)}>
          {t('drafts.drop')}
        </Button>
        <Button variant="default" onClick={close} autoFocus>
          {t('common:actions.cancel')}
        </Button>
      </Group>
    </Alert>
  )
}
