import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answered, api, ifMatch, type Schemas } from '~/api/client'
import { AskedOnce } from '~/parts/asked-once'
import { showDone } from '~/parts/notices'
import { ProblemAlert } from '~/parts/problem-alert'
import { SecretOnce } from '~/parts/secret-once'
import { Deliveries } from './deliveries'

/** One webhook: where to, whether it is paused, its secret, its deliveries. */
export function WebhookCard({ webhook }: { webhook: Schemas['WebhookView'] }) {
  const { t } = useTranslation(['settings', 'common'])
  const queries = useQueryClient()
  const [isOpen, { toggle }] = useDisclosure()
  const params = { path: { webhook_id: webhook.id } }
  const onSettled = () => queries.invalidateQueries({ queryKey: ['settings', 'webhooks'] })

  const pause = useMutation({
    mutationFn: (paused: boolean) =>
      answered(
        api.PATCH('/api/v1/webhooks/{webhook_id}', {
          params: { ...params, header: ifMatch(webhook.version) },
          body: { paused },
        }),
      ),
    onSettled,
  })
  const rotate = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/webhooks/{webhook_id}/rotate-secret', { params })),
    onSettled,
  })
  const test = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/webhooks/{webhook_id}/test', { params })),
    onSuccess: (delivery) =>
      showDone(t('webhooks.tested', { state: t(`webhooks.states.${delivery.state}`) })),
    onSettled,
  })
  const remove = useMutation({
    mutationFn: () => answered(api.DELETE('/api/v1/webhooks/{webhook_id}', { params })),
    onSuccess: onSettled,
  })

  return (
    <Card data-item withBorder component="section" aria-label={webhook.name}>
      <Stack gap="sm">
        <Group justify="space-between">
          <div style={{ minWidth: 0 }}>
            <Text fw={500}>{webhook.name}</Text>
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {webhook.url}
            </Text>
            <Text size="sm" c="dimmed">
              {t('common:by', { name: webhook.created_by_name })}
            </Text>
          </div>
          {webhook.paused && (
            <Badge color="yellow" variant="light" c="var(--mantine-color-text)" tt="none">
              {t(
                webhook.paused_by === 'receiver' ? 'webhooks.pausedByReceiver' : 'webhooks.paused',
              )}
            </Badge>
          )}
        </Group>
        <ProblemAlert error={pause.error ?? rotate.error ?? test.error} />
        {rotate.data && <SecretOnce title={t('webhooks.secretOnce')} secret={rotate.data.secret} />}
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            loading={pause.isPending}
            onClick={() => pause.mutate(!webhook.paused)}
          >
            {t(webhook.paused ? 'webhooks.resume' : 'webhooks.pause')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            loading={test.isPending}
            onClick={() => test.mutate()}
          >
            {t('webhooks.test')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            loading={rotate.isPending}
            onClick={() => rotate.mutate()}
          >
            {t('webhooks.rotate')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={toggle} aria-expanded={isOpen}>
            {t('webhooks.deliveries')}
          </Button>
          <AskedOnce
            label={t('common:actions.delete')}
            name={`${t('common:actions.delete')}: ${webhook.name}`}
            question={t('webhooks.sure', { name: webhook.name })}
            isBusy={remove.isPending}
            onSure={() => remove.mutate()}
            problem={<ProblemAlert error={remove.error} />}
          />
        </Group>
        {isOpen && <Deliveries webhookId={webhook.id} />}
      </Stack>
    </Card>
  )
}
