import { Button, Card, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answered, api, type Schemas } from '~/api/client'
import { AskedOnce } from '~/parts/asked-once'
import { useFieldErrors } from '~/parts/field-errors'
import { useFormat } from '~/parts/format'
import { keepsFocus } from '~/parts/keeps-focus'
import { showDone } from '~/parts/notices'
import { ProblemAlert } from '~/parts/problem-alert'
import { SecretOnce } from '~/parts/secret-once'
import { Waiting } from '~/parts/waiting'
import { ROLES, type Role } from '~/session/session'
import { useAll } from './use-all'

type Token = Schemas['ApiTokenView']

export function Tokens() {
  const { t } = useTranslation('settings')
  const tokens = useAll('tokens', (cursor) =>
    answered(api.GET('/api/v1/tokens', { params: { query: cursor ? { cursor } : {} } })),
  )
  return (
    <Stack ref={keepsFocus}>
      <Text c="dimmed">{t('tokens.about')}</Text>
      <NewToken />
      <ProblemAlert error={tokens.error} retry={() => void tokens.refetch()} />
      {tokens.isPending && <Waiting rows={2} height={64} />}
      {tokens.items?.length === 0 && <Text>{t('tokens.empty')}</Text>}
      {tokens.items?.map((one) => (
        <TokenCard key={one.id} token={one} />
      ))}
    </Stack>
  )
}

function TokenCard({ token }: { token: Token }) {
  const { t } = useTranslation(['settings', 'common'])
  const { moment } = useFormat()
  const queries = useQueryClient()
  const revoke = useMutation({
    mutationFn: () =>
      answered(
        api.DELETE('/api/v1/tokens/{entity_id}', { params: { path: { entity_id: token.id } } }),
      ),
    onSuccess: async () => {
      showDone(t('tokens.revoked'))
      await queries.invalidateQueries({ queryKey: ['settings', 'tokens'] })
    },
  })
  return (
    <Card data-item withBorder component="section" aria-label={token.name}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={500}>
            {token.name} · {t(`common:roles.${token.role}`)} · …{token.last_four}
          </Text>
          <Text size="sm" c="dimmed">
            {token.last_used_at
              ? t('tokens.used', { at: moment(token.last_used_at) })
              : t('tokens.unused')}
            {token.expires_at && ` · ${t('tokens.expires', { at: moment(token.expires_at) })}`}
            {` · ${t('common:by', { name: token.created_by_name })}`}
          </Text>
        </div>
        <AskedOnce
          label={t('tokens.revoke')}
          name={t('tokens.revokeOf', { name: token.name })}
          question={t('tokens.revokeOf', { name: token.name })}
          isBusy={revoke.isPending}
          onSure={() => revoke.mutate()}
          problem={<ProblemAlert error={revoke.error} />}
        />
      </Group>
    </Card>
  )
}

const BLANK: Schemas['ApiTokenFields'] = { name: '', role: 'viewer', expires_in_days: 90 }

function NewToken() {
  const { t } = useTranslation(['settings', 'common'])
  const queries = useQueryClient()
  const [value, setValue] = useState(BLANK)
  const create = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/tokens', { body: value })),
    onSuccess: async () => {
      setValue(BLANK)
      await queries.invalidateQueries({ queryKey: ['settings', 'tokens'] })
    },
  })
  const errorOf = useFieldErrors(create.error)

  function submit(event: FormEvent) {
    event.preventDefault()
    create.mutate()
  }

  return (
    <form onSubmit={submit} aria-label={t('tokens.new')}>
      <Stack gap="sm">
        <ProblemAlert error={create.error} shown={(one) => one.field !== ''} />
        <Group align="flex-start">
          <TextInput
            label={t('tokens.name')}
            required
            data-focus-else
            value={value.name}
            error={errorOf('name')}
            onChange={(event) => setValue({ ...value, name: event.currentTarget.value })}
          />
          <Select
            label={t('accounts.role')}
            allowDeselect={false}
            value={value.role}
            data={ROLES.map((role) => ({ value: role, label: t(`common:roles.${role}`) }))}
            onChange={(role) => role && setValue({ ...value, role: role as Role })}
          />
          <NumberInput
            label={t('tokens.days')}
            value={value.expires_in_days ?? ''}
            error={errorOf('expires_in_days')}
            onChange={(days) =>
              setValue({ ...value, expires_in_days: days === '' ? null : Number(days) })
            }
          />
          <Button type="submit" loading={create.isPending} mt={24}>
            {t('tokens.new')}
          </Button>
        </Group>
        {create.data && <SecretOnce title={t('tokens.once')} secret={create.data.token} />}
      </Stack>
    </form>
  )
}
