import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import { useFieldErrors } from '~/parts/field-errors'
import { useFormat } from '~/parts/format'
import { keepsFocus } from '~/parts/keeps-focus'
import { showDone, showProblem } from '~/parts/notices'
import { PasswordField } from '~/parts/password-field'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'

export function MyAccount() {
  return (
    <Stack>
      <Password />
      <MySessions />
    </Stack>
  )
}

function Password() {
  const { t } = useTranslation('settings')
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/auth/password', {
          body: { current_password: current, new_password: next },
        }),
      ),
    onSuccess: () => {
      setCurrent('')
      setNext('')
      showDone(t('password.changed'))
    },
  })
  const errorOf = useFieldErrors(change.error)

  function submit(event: FormEvent) {
    event.preventDefault()
    change.mutate()
  }

  return (
    <Card withBorder component="section" aria-labelledby="password" maw={480}>
      <Title order={2} size="h4" id="password" mb="sm">
        {t('password.title')}
      </Title>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <ProblemAlert error={change.error} shown={(one) => one.field !== ''} />
          <PasswordField
            label={t('password.current')}
            autoComplete="current-password"
            required
            value={current}
            error={errorOf('current_password')}
            aria-invalid={errorOf('current_password') !== undefined}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <PasswordField
            label={t('password.next')}
            description={t('password.help')}
            autoComplete="new-password"
            required
            value={next}
            error={errorOf('new_password')}
            aria-invalid={errorOf('new_password') !== undefined}
            onChange={(event) => setNext(event.currentTarget.value)}
          />
          <Button type="submit" loading={change.isPending} style={{ alignSelf: 'flex-start' }}>
            {t('password.change')}
          </Button>
        </Stack>
      </form>
    </Card>
  )
}

function MySessions() {
  const { t } = useTranslation('settings')
  const { moment } = useFormat()
  const queries = useQueryClient()
  const sessions = useQuery({
    queryKey: ['settings', 'sessions'],
    queryFn: () => answered(api.GET('/api/v1/auth/sessions')),
  })
  const end = useMutation({
    mutationFn: (session_id: number) =>
      answered(
        api.DELETE('/api/v1/auth/sessions/{session_id}', { params: { path: { session_id } } }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['settings', 'sessions'] }),
    onError: showProblem,
  })
  return (
    <Card ref={keepsFocus} withBorder component="section" aria-labelledby="sessions">
      <Title order={2} size="h4" id="sessions" mb="sm">
        {t('sessions.title')}
      </Title>
      <ProblemAlert error={sessions.error} retry={() => void sessions.refetch()} />
      {sessions.isPending && <Waiting rows={2} height={40} />}
      <Stack gap="xs">
        {sessions.data?.items.map((one) => (
          <Group key={one.id} data-item justify="space-between" wrap="nowrap">
            <div style={{ minWidth: 0 }}>
              <Text size="sm" truncate>
                {one.user_agent || one.kind}
              </Text>
              <Text size="xs" c="dimmed">
                {one.address} · {t('sessions.used', { at: moment(one.last_used_at) })}
              </Text>
            </div>
            {one.current ? (
              <Badge variant="light" c="var(--mantine-color-text)" tt="none" flex="none">
                {t('sessions.current')}
              </Badge>
            ) : (
              <Button
                data-removes
                size="compact-sm"
                variant="default"
                flex="none"
                aria-label={t('sessions.endOf', { name: one.user_agent })}
                onClick={() => end.mutate(one.id)}
              >
                {t('sessions.end')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </Card>
  )
}
