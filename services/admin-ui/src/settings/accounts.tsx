import { Badge, Button, Card, Group, Select, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answered, api, ifMatch, type Schemas } from '~/api/client'
import { AskedOnce } from '~/parts/asked-once'
import { keepsFocus } from '~/parts/keeps-focus'
import { showDone, showProblem } from '~/parts/notices'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import { ROLES, type Role, useMe } from '~/session/session'
import { NewAccount } from './new-account'
import { NewPassword } from './new-password'
import { useAll } from './use-all'

type Account = Schemas['AccountView']

export function Accounts() {
  const accounts = useAll('accounts', (cursor) =>
    answered(api.GET('/api/v1/accounts', { params: { query: cursor ? { cursor } : {} } })),
  )
  return (
    <Stack ref={keepsFocus}>
      <ProblemAlert error={accounts.error} retry={() => void accounts.refetch()} />
      {accounts.isPending && <Waiting rows={3} height={64} />}
      {accounts.items?.map((one) => (
        <AccountCard key={one.id} account={one} />
      ))}
      <NewAccount />
    </Stack>
  )
}

function AccountCard({ account }: { account: Account }) {
  const { t } = useTranslation(['settings', 'common'])
  const queries = useQueryClient()
  const me = useMe()
  const refresh = () => queries.invalidateQueries({ queryKey: ['settings', 'accounts'] })
  const path = { entity_id: account.id }
  const change = useMutation({
    mutationFn: (body: Schemas['AccountPatch']) =>
      answered(
        api.PATCH('/api/v1/accounts/{entity_id}', {
          params: { path, header: ifMatch(account.version) },
          body,
        }),
      ),
    onSuccess: () => showDone(t('common:states.saved')),
    onError: showProblem,
    onSettled: refresh,
  })
  const remove = useMutation({
    mutationFn: () => answered(api.DELETE('/api/v1/accounts/{entity_id}', { params: { path } })),
    onSuccess: refresh,
  })
  return (
    <Card data-item withBorder component="section" aria-label={account.name}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Group gap="xs">
            <Text fw={500}>{account.name}</Text>
            {account.disabled && (
              <Badge color="gray" variant="light" c="var(--mantine-color-text)" tt="none">
                {t('accounts.disabled')}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {account.email}
          </Text>
        </div>
        <Group gap="xs" align="flex-start">
          <Select
            size="xs"
            w={150}
            aria-label={t('accounts.roleOf', { name: account.name })}
            allowDeselect={false}
            value={account.role}
            disabled={change.isPending}
            data={ROLES.map((role) => ({ value: role, label: t(`common:roles.${role}`) }))}
            onChange={(role) => role && change.mutate({ role: role as Role })}
          />
          {account.id !== me.account_id && (
            <Button
              size="compact-sm"
              variant="default"
              loading={change.isPending}
              onClick={() => change.mutate({ disabled: !account.disabled })}
            >
              {t(account.disabled ? 'accounts.enable' : 'accounts.disable')}
            </Button>
          )}
          <AskedOnce
            label={t('common:actions.delete')}
            name={`${t('common:actions.delete')}: ${account.name}`}
            question={t('accounts.sure', { name: account.name })}
            isBusy={remove.isPending}
            onSure={() => remove.mutate()}
            problem={<ProblemAlert error={remove.error} />}
          />
        </Group>
      </Group>
      {account.id !== me.account_id && <NewPassword account={account} />}
    </Card>
  )
}
