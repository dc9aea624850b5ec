import { Button, CloseButton, Group, Paper, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Kind, View } from '../kinds'
import { useBulkChanges } from './bulk'
import type { Selection } from './use-selection'

/** What can be done with the chosen ones. */
export function BulkBar<K extends Kind>({
  kind,
  chosen,
  selection,
  canDisable,
}: {
  kind: K
  chosen: View<K>[]
  selection: Selection
  canDisable: boolean
}) {
  const { t } = useTranslation()
  const { enable, remove } = useBulkChanges(kind)
  if (chosen.length === 0) return null
  const ids = chosen.map((one) => one.id)
  const isBusy = enable.isPending || remove.isPending
  return (
    <Paper withBorder p="xs" shadow="sm" role="region" aria-label={t('list.chosen')}>
      <Group gap="xs">
        <Text size="sm" fw={500}>
          {t('list.count', { count: chosen.length })}
        </Text>
        {canDisable &&
          [true, false].map((enabled) => (
            <Button
              key={String(enabled)}
              size="compact-sm"
              variant="default"
              disabled={isBusy}
              onClick={() => enable.mutate({ ids, enabled })}
            >
              {t(enabled ? 'actions.enable' : 'actions.disable')}
            </Button>
          ))}
        <Button
          size="compact-sm"
          variant="default"
          c="red"
          disabled={isBusy}
          onClick={() => remove.mutate(chosen, { onSuccess: selection.clear })}
        >
          {t('actions.delete')}
        </Button>
        <CloseButton ml="auto" aria-label={t('list.clear')} onClick={selection.clear} />
      </Group>
    </Paper>
  )
}
