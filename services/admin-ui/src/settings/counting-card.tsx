import { Alert, Card, SimpleGrid, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import { useFormat } from '~/parts/format'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import { Figure } from './figure'
import { REFRESH_MS } from './refresh'

const COLOURS = { ok: 'teal', behind: 'yellow', stuck: 'red', stopped: 'red' } as const

/** How it stands with what is on its way into the statistics. */
export function CountingCard() {
  const { t } = useTranslation('settings')
  const { number, moment } = useFormat()
  const query = useQuery({
    queryKey: ['settings', 'health'],
    queryFn: () => answered(api.GET('/api/v1/stats/health')),
    refetchInterval: REFRESH_MS,
  })
  const health = query.data
  const seconds = (value: number | null) =>
    value === null ? '—' : t('status.seconds', { count: Math.round(value) })
  return (
    <Card withBorder component="section" aria-labelledby="counting">
      <Title order={2} size="h4" id="counting" mb="sm">
        {t('status.counting')}
      </Title>
      <ProblemAlert error={query.error} retry={() => void query.refetch()} />
      {query.isPending && <Waiting rows={2} height={48} />}
      {health && (
        <>
          <Alert color={COLOURS[health.status]} mb="sm" p="xs">
            {t(`status.countingStates.${health.status}`)}
          </Alert>
          <SimpleGrid cols={{ base: 2, sm: 4 }}>
            <Figure
              name={t('status.waiting')}
              value={health.lag === null ? '—' : number(health.lag)}
            />
            <Figure name={t('status.taken')} value={number(health.pending)} />
            <Figure name={t('status.oldest')} value={seconds(health.oldest_unwritten_seconds)} />
            <Figure name={t('status.deadLetters')} value={number(health.dead_letters)} />
            <Figure name={t('status.written')} value={number(health.written)} />
            <Figure name={t('status.duplicates')} value={number(health.duplicates)} />
            <Figure
              name={t('status.lastWrite')}
              value={health.last_write ? moment(health.last_write) : t('status.never')}
            />
          </SimpleGrid>
        </>
      )}
    </Card>
  )
}
