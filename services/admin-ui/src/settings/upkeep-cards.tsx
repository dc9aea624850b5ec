import { Button, Card, SimpleGrid, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import { showDone } from '~/parts/notices'
import { ProblemAlert } from '~/parts/problem-alert'

const DAYS = 7
const DAY_MS = 24 * 60 * 60 * 1000

/** What an operator can do about the cache and the sums. */
export function UpkeepCards() {
  const { t } = useTranslation('settings')
  const rebuild = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/cache/rebuild')),
    onSuccess: () => showDone(t('status.rebuilt')),
  })
  const reconcile = useMutation({
    mutationFn: () => {
      const to = new Date()
      const from = new Date(to.getTime() - DAYS * DAY_MS)
      return answered(
        api.POST('/api/v1/stats/reconcile', {
          params: { query: { from: from.toISOString(), to: to.toISOString() } },
        }),
      )
    },
  })
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <Card withBorder component="section" aria-labelledby="cache">
        <Title order={2} size="h5" id="cache">
          {t('status.cache')}
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          {t('status.cacheHelp')}
        </Text>
        <ProblemAlert error={rebuild.error} />
        <Button variant="default" loading={rebuild.isPending} onClick={() => rebuild.mutate()}>
          {t('status.rebuild')}
        </Button>
      </Card>
      <Card withBorder component="section" aria-labelledby="sums">
        <Title order={2} size="h5" id="sums">
          {t('status.sums')}
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          {t('status.sumsHelp')}
        </Text>
        <ProblemAlert error={reconcile.error} />
        {reconcile.data && (
          <Text role="status" mb="sm">
            {reconcile.data.total === 0
              ? t('status.same')
              : t('status.differences', { count: reconcile.data.total })}
          </Text>
        )}
        <Button variant="default" loading={reconcile.isPending} onClick={() => reconcile.mutate()}>
          {t('status.reconcile')}
        </Button>
      </Card>
    </SimpleGrid>
  )
}
