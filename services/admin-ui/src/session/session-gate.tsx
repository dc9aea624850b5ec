import { Container } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import { LogInPage } from './log-in-page'
import { findSession } from './logging-in'
import { useSession } from './session'
import { SessionEnded } from './session-ended'

/** Shows the app to who is logged in, and the log-in to others. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { status } = useSession()
  const search = useQuery({
    queryKey: ['session'],
    queryFn: async () => {
      await findSession()
      return true
    },
    staleTime: Number.POSITIVE_INFINITY,
    enabled: status === 'unknown',
  })
  if (status === 'anonymous') return <LogInPage />
  if (status === 'unknown') {
    return (
      <Container component="main" size="xs" py="xl">
        {search.error ? (
          <ProblemAlert error={search.error} retry={() => void search.refetch()} />
        ) : (
          <Waiting />
        )}
      </Container>
    )
  }
  return (
    <>
      {children}
      <SessionEnded />
    </>
  )
}
