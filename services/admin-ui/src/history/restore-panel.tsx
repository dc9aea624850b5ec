import '../changes/texts'
import { Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ObjectChanges } from '~/changes/object-changes'
import { showDone } from '~/parts/notices'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import { type Target, useRestore } from './use-restore'

/** Shows what bringing back would change, before it does. */
export function RestorePanel({
  target,
  title,
  close,
}: {
  target: Target
  title: string
  close: () => void
}) {
  const { t } = useTranslation(['changes', 'common'])
  const { preview, restore, undo } = useRestore(target, {
    onRestored: (changes) => {
      showDone(t('history.preview.done'), {
        label: t('common:actions.undo'),
        run: () => undo.mutate(changes),
      })
      close()
    },
    onUndone: () => showDone(t('history.preview.undone')),
  })
  const seen = preview.data
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Stack gap="sm">
        <Title order={2} size="h5">
          {title}
        </Title>
        <ProblemAlert error={restore.error ?? preview.error} />
        {preview.isPending && <Waiting rows={3} height={24} />}
        {seen && seen.changes.length === 0 && <Text>{t('history.preview.nothing')}</Text>}
        {seen && seen.changes.length > 0 && (
          <>
            <Text size="sm">{t('counts', { ...seen.counts })}</Text>
            <ObjectChanges changes={seen.changes} />
            {seen.warnings.length > 0 && (
              <>
                <Text size="sm">{t('history.preview.warnings')}</Text>
                <List size="sm">
                  {seen.warnings.map((one) => (
                    <List.Item key={`${one.entity} ${one.id} ${one.field}`}>
                      {t(`common:entities.${one.entity}`)} {one.id}: {one.detail}
                    </List.Item>
                  ))}
                </List>
              </>
            )}
          </>
        )}
        <Group>
          {seen && seen.changes.length > 0 && (
            <Button loading={restore.isPending} onClick={() => restore.mutate(seen)}>
              {t('history.preview.go')}
            </Button>
          )}
          <Button variant="default" onClick={close}>
            {t('common:actions.cancel')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}
