import { Alert, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/client'
import { useFormat } from '~/parts/format'
import { WebhookFacts } from './webhook-facts'

type Problem = Schemas['GatewayProblem']

const PASSING: readonly Problem['code'][] = [
  'telegram_out_of_step',
  'updates_waiting',
  'webhook_unknown',
]

/** How updates come to a gateway, and in plain words why they may not. */
export function GatewayState({ state }: { state: Schemas['GatewayState'] }) {
  const { t } = useTranslation('settings')
  const { ago } = useFormat()
  const words = ({ code, at, detail }: Problem) =>
    t(`status.problems.${code}`, {
      ago: at ? ago(at) : '',
      count: state.webhook?.pending_update_count ?? 0,
      detail,
      url: state.webhook?.url ?? '',
    })
  return (
    <Stack gap={6}>
      <Text size="sm" c="dimmed">
        {t(`status.modes.${state.mode ?? 'unknown'}`)}
      </Text>
      {state.problems.map((problem) => (
        <Alert key={problem.code} color={PASSING.includes(problem.code) ? 'yellow' : 'red'} p="xs">
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {words(problem)}
          </Text>
        </Alert>
      ))}
      {state.webhook && <WebhookFacts webhook={state.webhook} />}
    </Stack>
  )
}
