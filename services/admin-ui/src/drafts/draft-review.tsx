import { Button, Checkbox, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ObjectChanges } from '~/changes/object-changes'
import { showDone } from '~/parts/notices'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import { useMay } from '~/session/session'
import { type Draft, useDraftDiff, useDraftFindings, usePublishDraft } from './queries'

/** What a draft would change, what stands against it, and making it live. */
export function DraftReview({ draft }: { draft: Draft }) {
  const { t } = useTranslation(['changes', 'common'])
  const mayEdit = useMay('editor')
  const diff = useDraftDiff(draft.id)
  const findings = useDraftFindings(draft.id)
  const publish = usePublishDraft(draft.id)
  const [wins, setWins] = useState<ReadonlySet<string>>(new Set())
  const conflicts = diff.data?.conflicts ?? []

  function go(version: number): void {
    const overwrite = conflicts.filter((one) => wins.has(`${one.entity} ${one.id}`))
    publish.mutate({ version, overwrite }, { onSuccess: () => showDone(t('drafts.published')) })
  }

  return (
    <Stack gap="sm">
      <ProblemAlert error={publish.error ?? diff.error} />
      {diff.isPending && <Waiting rows={3} height={24} />}
      {diff.data?.items.length === 0 && <Text size="sm">{t('drafts.unchanged')}</Text>}
      {diff.data && <ObjectChanges changes={diff.data.items} />}
      {conflicts.length > 0 && (
        <Checkbox.Group
          label={t('drafts.conflicts')}
          value={[...wins]}
          onChange={(chosen) => setWins(new Set(chosen))}
        >
          <Stack gap={4} mt="xs">
            {conflicts.map((one) => (
              <Checkbox
                key={`${one.entity} ${one.id}`}
                value={`${one.entity} ${one.id}`}
                label={t('drafts.conflict', {
                  entity: t(`common:entities.${one.entity}`),
                  id: one.id,
                })}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {(findings.data?.items.length ?? 0) > 0 && (
        <div>
          <Text size="sm">{t('drafts.findings')}</Text>
          <List size="sm">
            {findings.data?.items.slice(0, 10).map((one) => (
              <List.Item key={`${one.code} ${one.entity} ${one.id} ${one.other_id}`}>
                {t(`common:findings.${one.code}`)}
              </List.Item>
            ))}
          </List>
        </div>
      )}
      {mayEdit && diff.data && diff.data.items.length > 0 && (
        <Button
          loading={publish.isPending}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => go(diff.data.version)}
        >
          {t('drafts.publish')}
        </Button>
      )}
    </Stack>
  )
}
