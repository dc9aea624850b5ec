import { Alert, Badge, Card, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import { REFRESH_MS } from './refresh'

export function GatewaysCard() {
  const { t } = useTranslation('settings')
  const query = useQuery({
    queryKey: ['settings', 'propagation'],
    queryFn: () => answered(api.GET('/api/v1/propagation')),
    refetchInterval: REFRESH_MS,
  })
  const now = query.data
  return (
    <Card withBorder component="section" aria-labelledby="gateways">
      <Title order={2} size="h4" id="gateways">
        {t('status.gateways')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('status.gatewaysHelp')}
      </Text>
      <ProblemAlert error={query.error} retry={() => void query.refetch()} />
      {query.isPending && <Waiting rows={2} height={32} />}
      {now && (
        <Stack gap="xs">
          {now.total === 0 && <Alert color="red">{t('status.noGateway')}</Alert>}
          {now.gateways.map((one) => (
            <Group key={one.id} justify="space-between">
              <Text size="sm">{one.id}</Text>
              <Badge
                variant="light"
                color={one.live ? 'teal' : 'yellow'}
                c="var(--mantine-color-text)"
                tt="none"
              >
                {one.live ? t('status.current') : t('status.behind', { seq: one.seq })}
              </Badge>
            </Group>
          ))}
          {now.recent.p50_ms !== null && now.recent.p99_ms !== null && (
            <Text size="sm" c="dimmed">
              {t('status.recent', {
                count: now.recent.changes,
                p50: now.recent.p50_ms,
                p99: now.recent.p99_ms,
              })}
            </Text>
          )}
        </Stack>
      )}
    </Card>
  )
}
