import { Button, Card, SimpleGrid, Text, Title } from '@mantine/core'
import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
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
      <Upkeep
        title={t('status.cache')}
        help={t('status.cacheHelp')}
        label={t('status.rebuild')}
        act={rebuild}
      />
      <Upkeep
        title={t('status.sums')}
        help={t('status.sumsHelp')}
        label={t('status.reconcile')}
        act={reconcile}
      >
        {reconcile.data && (
          <Text role="status" mb="sm">
            {reconcile.data.total === 0
              ? t('status.same')
              : t('status.differences', { count: reconcile.data.total })}
          </Text>
        )}
      </Upkeep>
    </SimpleGrid>
  )
}

function Upkeep({
  title,
  help,
  label,
  act,
  children,
}: {
  title: string
  help: string
  label: string
  act: Pick<UseMutationResult<unknown, unknown, void>, 'mutate' | 'isPending' | 'error'>
  children?: ReactNode
}) {
  return (
    <Card withBorder component="section" aria-label={title}>
      <Title order={2} size="h5">
        {title}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {help}
      </Text>
      <ProblemAlert error={act.error} />
      {children}
      <Button variant="default" loading={act.isPending} onClick={() => act.mutate()}>
        {label}
      </Button>
    </Card>
  )
}
