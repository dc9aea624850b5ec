import { Alert, Badge, Card, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answered, api, type Schemas } from '~/api/client'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import { GatewayState } from './gateway-state'
import { REFRESH_MS } from './refresh'

export function GatewaysCard() {
  const { t } = useTranslation('settings')
  const query = useQuery({
    queryKey: ['settings', 'propagation'],
    queryFn: () => answered(api.GET('/api/v1/propagation')),
    refetchInterval: REFRESH_MS,
  })
  const bot = useQuery({
    queryKey: ['settings', 'bot'],
    queryFn: () => answered(api.GET('/api/v1/bot')),
    refetchInterval: REFRESH_MS,
  })
  const now = query.data
  const states = new Map(bot.data?.gateways.map((one) => [one.id, one]))
  return (
    <Card withBorder component="section" aria-labelledby="gateways">
      <Title order={2} size="h4" id="gateways">
        {t('status.gateways')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('status.gatewaysHelp')}{' '}
        {bot.data?.username && t('status.bot', { username: bot.data.username })}
      </Text>
      <ProblemAlert error={query.error} retry={() => void query.refetch()} />
      {query.data && <ProblemAlert error={bot.error} retry={() => void bot.refetch()} />}
      {query.isPending && <Waiting rows={2} height={32} />}
      {now && (
        <Stack gap="xs">
          {now.total === 0 && <Alert color="red">{t('status.noGateway')}</Alert>}
          {now.gateways.map((one) => (
            <Gateway key={one.id} gateway={one} state={states.get(one.id)} />
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

function Gateway({
  gateway,
  state,
}: {
  gateway: Schemas['GatewayPropagation']
  state: Schemas['GatewayState'] | undefined
}) {
  const { t } = useTranslation('settings')
  return (
    <Stack gap={4}>
      <Group justify="space-between">
        <Text size="sm" fw={500}>
          {gateway.id}
        </Text>
        <Badge
          variant="light"
          color={gateway.live ? 'teal' : 'yellow'}
          c="var(--mantine-color-text)"
          tt="none"
        >
          {gateway.live ? t('status.current') : t('status.behind', { seq: gateway.seq })}
        </Badge>
      </Group>
      {state && <GatewayState state={state} />}
    </Stack>
  )
}
