import { Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answered, api, ifMatch, type Schemas } from '~/api/client'
import { useFieldErrors } from '~/parts/field-errors'
import { showDone } from '~/parts/notices'
import { PasswordField } from '~/parts/password-field'
import { ProblemAlert } from '~/parts/problem-alert'

/** For somebody who has forgotten theirs: an owner sets another one. */
export function NewPassword({ account }: { account: Schemas['AccountView'] }) {
  const { t } = useTranslation(['settings', 'common'])
  const queries = useQueryClient()
  const [isOpen, { open, close }] = useDisclosure()
  const [password, setPassword] = useState('')
  const change = useMutation({
    mutationFn: () =>
      answered(
        api.PATCH('/api/v1/accounts/{entity_id}', {
          params: { path: { entity_id: account.id }, header: ifMatch(account.version) },
          body: { password },
        }),
      ),
    onSuccess: async () => {
      setPassword('')
      close()
      showDone(t('password.changed'))
      await queries.invalidateQueries({ queryKey: ['settings', 'accounts'] })
    },
  })
  const error = useFieldErrors(change.error)('password')

  function submit(event: FormEvent) {
    event.preventDefault()
    change.mutate()
  }

  if (!isOpen) {
    return (
      <Button
        size="compact-sm"
        variant="default"
        mt="xs"
        style={{ alignSelf: 'flex-start' }}
        aria-label={`${t('accounts.newPassword')}: ${account.name}`}
        onClick={open}
      >
        {t('accounts.newPassword')}
      </Button>
    )
  }
  return (
    <form onSubmit={submit}>
      <ProblemAlert error={error ? null : change.error} />
      <Group align="flex-end" mt="xs">
        <PasswordField
          label={t('accounts.newPassword')}
          autoComplete="new-password"
          required
          flex={1}
          value={password}
          error={error}
          aria-invalid={error !== undefined}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={change.isPending}>
          {t('common:actions.save')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('common:actions.cancel')}
        </Button>
      </Group>
    </form>
  )
}
