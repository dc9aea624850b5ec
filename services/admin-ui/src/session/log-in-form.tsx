import { Button, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { PasswordField } from '~/parts/password-field'
import { ProblemAlert } from '~/parts/problem-alert'
import { logIn } from './logging-in'

export function LogInForm() {
  const { t } = useTranslation()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const attempt = useMutation({ mutationFn: () => logIn(email, password) })

  function submit(event: FormEvent) {
    event.preventDefault()
    attempt.mutate()
  }

  return (
    <form onSubmit={submit} aria-label={t('session.title')}>
      <Stack>
        <Refused error={attempt.error} />
        <TextInput
          label={t('session.email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          data-autofocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordField
          label={t('session.password')}
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={attempt.isPending}>
          {t('session.submit')}
        </Button>
      </Stack>
    </form>
  )
}

function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation()
  if (!error) return null
  const { status } = asProblem(error)
  if (status !== 401 && status !== 429) return <ProblemAlert error={error} />
  return (
    <Text c="red" role="alert" size="sm">
      {status === 401 ? t('session.wrong') : t('session.tooMany')}
    </Text>
  )
}
