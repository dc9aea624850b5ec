import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { answered, api, type Schemas } from '~/api/client'
import { useFormat } from '~/parts/format'
import { showProblem } from '~/parts/notices'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'

type Delivery = Schemas['DeliveryView']

const COLOURS = { pending: 'gray', delivered: 'teal', failed: 'red', superseded: 'gray' } as const
const REFRESH_MS = 5_000

/** What was sent to a webhook, the newest first; what failed can be sent again. */
export function Deliveries({ webhookId }: { webhookId: number }) {
  const { t } = useTranslation(['settings', 'common'])
  const { moment } = useFormat()
  const queries = useQueryClient()
  const key = ['settings', 'webhooks', webhookId, 'deliveries']
  const deliveries = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/v1/webhooks/{webhook_id}/deliveries', {
          params: {
            path: { webhook_id: webhookId },
            query: pageParam === null ? {} : { cursor: pageParam },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    refetchInterval: REFRESH_MS,
  })
  const replay = useMutation({
    mutationFn: (delivery_id: string) =>
      answered(
        api.POST('/api/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/replay', {
          params: { path: { webhook_id: webhookId, delivery_id } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
    onError: showProblem,
  })
  const all = deliveries.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Stack gap="xs">
      <ProblemAlert error={deliveries.error} retry={() => void deliveries.refetch()} />
      {deliveries.isPending && <Waiting rows={2} height={32} />}
      {deliveries.data && all.length === 0 && <Text size="sm">{t('webhooks.noDeliveries')}</Text>}
      {all.map((one) => (
        <Group key={one.id} justify="space-between">
          <div>
            <Group gap="xs">
              <Badge
                variant="light"
                color={COLOURS[one.state]}
                c="var(--mantine-color-text)"
                tt="none"
              >
                {t(`webhooks.states.${one.state}`)}
              </Badge>
              <Text size="sm">{t(`webhooks.types.${one.type}`, { seq: one.seq })}</Text>
            </Group>
            <Text size="xs" c="dimmed">
              {moment(one.created_at)} · {t('webhooks.attempts', { count: one.attempt_count })}
              {lastAnswer(one, t)}
            </Text>
          </div>
          {one.state !== 'pending' && (
            <Button
              size="compact-sm"
              variant="default"
              loading={replay.isPending && replay.variables === one.id}
              onClick={() => replay.mutate(one.id)}
            >
              {t('webhooks.replay')}
            </Button>
          )}
        </Group>
      ))}
      {deliveries.hasNextPage && (
        <Button
          variant="default"
          size="compact-sm"
          loading={deliveries.isFetchingNextPage}
          onClick={() => void deliveries.fetchNextPage()}
        >
          {t('common:actions.more')}
        </Button>
      )}
    </Stack>
  )
}

function lastAnswer(one: Delivery, t: TFunction<'settings'>): string {
  const last = one.attempts.at(-1)
  if (last === undefined) return ''
  const said = [
    ...(last.status == null ? [] : [t('webhooks.status', { status: last.status })]),
    ...(last.error == null ? [] : [t(`webhooks.errors.${last.error}`)]),
  ]
  return said.length === 0 ? '' : ` · ${said.join(', ')}`
}
