import { SimpleGrid, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/client'
import { useFormat } from '~/parts/format'
import { Figure } from './figure'
import classes from './webhook-facts.module.css'

/** What Telegram says of the webhook, for who wants to know more. */
export function WebhookFacts({ webhook }: { webhook: Schemas['WebhookState'] }) {
  const { t } = useTranslation('settings')
  const { ago, moment, number } = useFormat()
  const { last_error_date, last_error_message, last_synchronization_error_date } = webhook
  const failed = [last_error_date && moment(last_error_date), last_error_message]
  return (
    <details>
      <summary className={classes.summary}>{t('status.webhook.title')}</summary>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="xs" mt="xs">
        <Figure name={t('status.webhook.url')} value={webhook.url || t('status.webhook.none')} />
        <Figure name={t('status.webhook.waiting')} value={number(webhook.pending_update_count)} />
        <Figure
          name={t('status.webhook.lastError')}
          value={last_error_date ? failed.filter(Boolean).join(': ') : t('status.never')}
        />
        {last_synchronization_error_date && (
          <Figure
            name={t('status.webhook.outOfStep')}
            value={moment(last_synchronization_error_date)}
          />
        )}
        {webhook.ip_address && <Figure name={t('status.webhook.ip')} value={webhook.ip_address} />}
        {webhook.max_connections !== null && (
          <Figure name={t('status.webhook.connections')} value={number(webhook.max_connections)} />
        )}
        {webhook.has_custom_certificate && (
          <Figure name={t('status.webhook.certificate')} value={t('status.webhook.own')} />
        )}
        <Figure
          name={t('status.webhook.updates')}
          value={webhook.allowed_updates?.join(', ') ?? t('status.webhook.default')}
        />
      </SimpleGrid>
      <Text size="xs" c="dimmed" mt="xs">
        {t('status.webhook.asked', { ago: ago(webhook.asked_at) })}
      </Text>
    </details>
  )
}
