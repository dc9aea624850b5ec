import { Button, Card, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import { useFieldErrors } from '~/parts/field-errors'
import { keepsFocus } from '~/parts/keeps-focus'
import { ProblemAlert } from '~/parts/problem-alert'
import { SecretOnce } from '~/parts/secret-once'
import { Waiting } from '~/parts/waiting'
import { WebhookCard } from './webhook-card'

export function Webhooks() {
  const { t } = useTranslation('settings')
  const webhooks = useQuery({
    queryKey: ['settings', 'webhooks'],
    queryFn: () => answered(api.GET('/api/v1/webhooks')),
  })
  return (
    <Stack ref={keepsFocus}>
      <Text c="dimmed">{t('webhooks.about')}</Text>
      <NewWebhook />
      <ProblemAlert error={webhooks.error} retry={() => void webhooks.refetch()} />
      {webhooks.isPending && <Waiting rows={2} height={80} />}
      {webhooks.data?.items.length === 0 && <Text>{t('webhooks.empty')}</Text>}
      {webhooks.data?.items.map((one) => (
        <WebhookCard key={one.id} webhook={one} />
      ))}
    </Stack>
  )
}

function NewWebhook() {
  const { t } = useTranslation('settings')
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [url, setUrl] = useState('')
  const create = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/webhooks', { body: { name, url } })),
    onSuccess: async () => {
      setName('')
      setUrl('')
      await queries.invalidateQueries({ queryKey: ['settings', 'webhooks'] })
    },
  })
  const errorOf = useFieldErrors(create.error)

  function submit(event: FormEvent) {
    event.preventDefault()
    create.mutate()
  }

  return (
    <Card withBorder component="section" aria-label={t('webhooks.new')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <ProblemAlert error={create.error} shown={(one) => one.field !== ''} />
          <Group align="flex-start">
            <TextInput
              label={t('webhooks.name')}
              required
              data-focus-else
              value={name}
              error={errorOf('name')}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <TextInput
              label={t('webhooks.url')}
              type="url"
              placeholder="https://"
              required
              flex={1}
              miw={200}
              value={url}
              error={errorOf('url')}
              onChange={(event) => setUrl(event.currentTarget.value)}
            />
            <Button type="submit" loading={create.isPending} mt={24}>
              {t('webhooks.new')}
            </Button>
          </Group>
          {create.data && (
            <SecretOnce title={t('webhooks.secretOnce')} secret={create.data.secret} />
          )}
        </Stack>
      </form>
    </Card>
  )
}
