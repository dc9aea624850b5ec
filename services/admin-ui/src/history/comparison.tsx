import { Button, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import { ObjectChanges } from '~/changes/object-changes'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'

/** All that differs between a moment of the past and another, or now. */
export function Comparison({
  from,
  until,
  close,
}: {
  from: number
  /** Without it, now. */
  until: number | null
  close: () => void
}) {
  const { t } = useTranslation(['changes', 'common'])
  const { data, error, isPending } = useQuery({
    queryKey: ['history', 'diff', from, until],
    queryFn: async () => {
      const to = until ?? (await lastSeq())
      const query = { from: Math.min(from, to), to: Math.max(from, to), limit: 100 }
      return answered(api.GET('/api/v1/events/diff', { params: { query } }))
    },
    retry: false,
  })
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="comparison">
      <Stack gap="sm" align="stretch">
        <Title order={2} size="h5" id="comparison">
          {until === null
            ? t('history.compareTitle', { seq: from })
            : t('history.compareTwo', { from: Math.min(from, until), to: Math.max(from, until) })}
        </Title>
        <ProblemAlert error={error} />
        {isPending && <Waiting rows={3} height={24} />}
        {data && <Text size="sm">{t('counts', { ...data.counts })}</Text>}
        {data && <ObjectChanges changes={data.items} />}
        {until === null && (
          <Text size="sm" c="dimmed">
            {t('history.compareHint')}
          </Text>
        )}
        <Button variant="default" onClick={close} style={{ alignSelf: 'flex-start' }}>
          {t('common:actions.close')}
        </Button>
      </Stack>
    </Paper>
  )
}

async function lastSeq(): Promise<number> {
  const { items } = await answered(api.GET('/api/v1/events', { params: { query: { limit: 1 } } }))
  return items[0]?.seq ?? 0
}
