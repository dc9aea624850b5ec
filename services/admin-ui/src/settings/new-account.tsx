import { Button, Card, Select, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answered, api, type Schemas } from '~/api/client'
import { useFieldErrors } from '~/parts/field-errors'
import { showDone } from '~/parts/notices'
import { PasswordField } from '~/parts/password-field'
import { ProblemAlert } from '~/parts/problem-alert'
import { ROLES, type Role } from '~/session/session'

const BLANK: Schemas['AccountFields'] = { email: '', name: '', role: 'editor', password: '' }

export function NewAccount() {
  const { t } = useTranslation('settings')
  const queries = useQueryClient()
  const [value, setValue] = useState(BLANK)
  const create = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/accounts', { body: value })),
    onSuccess: async () => {
      setValue(BLANK)
      showDone(t('accounts.created'))
      await queries.invalidateQueries({ queryKey: ['settings', 'accounts'] })
    },
  })
  const errorOf = useFieldErrors(create.error)
  const set = (part: Partial<typeof value>) => setValue({ ...value, ...part })

  function submit(event: FormEvent) {
    event.preventDefault()
    create.mutate()
  }

  return (
    <Card withBorder component="section" aria-label={t('accounts.new')} maw={480}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text fw={500}>{t('accounts.new')}</Text>
          <ProblemAlert error={create.error} shown={(one) => one.field !== ''} />
          <TextInput
            label={t('accounts.email')}
            type="email"
            autoComplete="off"
            required
            data-focus-else
            value={value.email}
            error={errorOf('email')}
            onChange={(event) => set({ email: event.currentTarget.value })}
          />
          <TextInput
            label={t('accounts.name')}
            autoComplete="off"
            required
            value={value.name}
            error={errorOf('name')}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <Select
            label={t('accounts.role')}
            allowDeselect={false}
            value={value.role}
            error={errorOf('role')}
            data={ROLES.map((role) => ({ value: role, label: t(`accounts.roles.${role}`) }))}
            onChange={(role) => role && set({ role: role as Role })}
          />
          <PasswordField
            label={t('accounts.password')}
            description={t('accounts.passwordHelp')}
            autoComplete="new-password"
            required
            value={value.password}
            error={errorOf('password')}
            aria-invalid={errorOf('password') !== undefined}
            onChange={(event) => set({ password: event.currentTarget.value })}
          />
          <Button type="submit" loading={create.isPending} style={{ alignSelf: 'flex-start' }}>
            {t('accounts.new')}
          </Button>
        </Stack>
      </form>
    </Card>
  )
}
