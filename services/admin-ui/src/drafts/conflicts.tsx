import { Anchor, Card, Checkbox, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/client'
import { FieldChanges } from '~/changes/field-changes'
import { choosePlace } from '~/place/place'
import { KIND_OF } from '~/resources/kinds'
import type { Draft } from './queries'

/** What was changed live, too: each as it is live and as the draft has it, and which is to win. */
export function Conflicts({
  draft,
  diff: { conflicts, items },
  wins,
  setWins,
}: {
  draft: Draft
  diff: Schemas['DraftDiff']
  /** The keys of those in which the draft is to win. */
  wins: string[]
  setWins: (wins: string[]) => void
}) {
  const { t } = useTranslation(['changes', 'common'])
  return (
    <Checkbox.Group label={t('drafts.conflicts')} value={wins} onChange={setWins}>
      <Stack gap="xs" mt="xs">
        {conflicts.map((one) => {
          const change = items.find(({ entity, id }) => entity === one.entity && id === one.id)
          return (
            <Card key={keyOf(one)} withBorder p="sm">
              <Checkbox
                value={keyOf(one)}
                label={t('drafts.conflict', {
                  entity: t(`common:entities.${one.entity}`),
                  name: change?.name ?? one.id,
                })}
              />
              {change ? (
                <FieldChanges
                  fields={change.fields}
                  sides={{ before: t('drafts.live'), after: t('drafts.inDraft') }}
                />
              ) : (
                <Text size="sm">{t('drafts.same')}</Text>
              )}
              {change && change.change !== 'deleted' && (
                <Anchor
                  component={Link}
                  size="sm"
                  to={`/${KIND_OF[one.entity]}/${one.id}`}
                  onClick={() => choosePlace({ draft: draft.id, name: draft.name })}
                >
                  {t('drafts.openInDraft')}
                </Anchor>
              )}
            </Card>
          )
        })}
      </Stack>
    </Checkbox.Group>
  )
}

export function keyOf({ entity, id }: Schemas['Reference']): string {
  return `${entity} ${id}`
}
