import { Button, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import { ObjectChanges } from '~/changes/object-changes'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'

/** All that differs between a moment of the past and now. */
export function Comparison({ from, to, close }: { from: number; to: number; close: () => void }) {
  const { t } = useTranslation(['changes', 'common'])
  const { data, error, isPending } = useQuery({
    queryKey: ['history', 'diff', from, to],
    queryFn: () =>
      answered(api.GET('/api/v1/events/diff', { params: { query: { from, to, limit: 100 } } })),
    retry: false,
  })
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="comparison">
      <Stack gap="sm" align="stretch">
        <Title order={2} size="h5" id="comparison">
          {t('history.compareTitle', { seq: from })}
        </Title>
        <ProblemAlert error={error} />
        {isPending && <Waiting rows={3} height={24} />}
        {data && <Text size="sm">{t('counts', { ...data.counts })}</Text>}
        {data && <ObjectChanges changes={data.items} />}
        <Button variant="default" onClick={close} style={{ alignSelf: 'flex-start' }}>
          {t('common:actions.close')}
        </Button>
      </Stack>
    </Paper>
  )
}
