import { Button, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ObjectChanges } from '~/changes/object-changes'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import { useMay } from '~/session/session'
import { Conflicts, keyOf } from './conflicts'
import { type Draft, useDraftDiff, useDraftFindings, usePublishDraft } from './queries'

/** What a draft would change, what stands against it, and making it live. */
export function DraftReview({ draft }: { draft: Draft }) {
  const { t } = useTranslation(['changes', 'common'])
  const mayEdit = useMay('editor')
  const diff = useDraftDiff(draft.id)
  const findings = useDraftFindings(draft.id)
  const publish = usePublishDraft(draft.id)
  const [wins, setWins] = useState<string[]>([])
  const conflicts = diff.data?.conflicts ?? []

  function go(version: number): void {
    const overwrite = conflicts.filter((one) => wins.includes(keyOf(one)))
    publish.mutate({ version, overwrite })
  }

  return (
    <Stack gap="sm">
      <ProblemAlert error={publish.error ?? diff.error} />
      {diff.isPending && <Waiting rows={3} height={24} />}
      {diff.data?.items.length === 0 && <Text size="sm">{t('drafts.unchanged')}</Text>}
      {diff.data && <ObjectChanges changes={diff.data.items} />}
      {diff.data && conflicts.length > 0 && (
        <Conflicts draft={draft} diff={diff.data} wins={wins} setWins={setWins} />
      )}
      {(findings.data?.items.length ?? 0) > 0 && (
        <div>
          <Text size="sm">{t('drafts.findings')}</Text>
          <List size="sm">
            {findings.data?.items.slice(0, 10).map((one) => (
              <List.Item key={`${one.code} ${one.entity} ${one.id} ${one.other_id}`}>
                {t(`common:findings.${one.code}`)}{' '}
                {[one.name, one.other_name].filter(Boolean).join(', ')}
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
