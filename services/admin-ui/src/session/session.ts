import { useSyncExternalStore } from 'react'
import type { Schemas } from '~/api/client'

export type Me = Schemas['Me']
export type Role = Me['role']

/**
 * Who uses the app. `expired`: they did, and must log in again; what they typed stays, and requests
 * wait (`loggedInAgain`).
 */
export type Session = { status: 'unknown' | 'anonymous' } | { status: 'active' | 'expired'; me: Me }

let session: Session = { status: 'unknown' }
const listeners = new Set<() => void>()

export function currentSession(): Session {
  return session
}

export function setSession(next: Session): void {
  session = next
  for (const listener of [...listeners]) listener()
}

export function useSession(): Session {
  return useSyncExternalStore(subscribe, currentSession)
}

/** Who is logged in; only for what is shown to them alone. */
export function useMe(): Me {
  const now = useSession()
  if (!('me' in now)) throw new Error('nobody is logged in')
  return now.me
}

/** From the smallest to the largest. */
export const ROLES: readonly Role[] = ['viewer', 'editor', 'owner']

/** Whether the one who is logged in may do what needs `role`. The API decides; screens follow it. */
export function useMay(role: Role): boolean {
  return ROLES.indexOf(useMe().role) >= ROLES.indexOf(role)
}

/** The session is over: asks for the log-in, and resolves when somebody is logged in again. */
export function loggedInAgain(): Promise<void> {
  if (session.status === 'active') setSession({ ...session, status: 'expired' })
  return new Promise((resolve) => {
    const unsubscribe = subscribe(() => {
      if (session.status !== 'active') return
      unsubscribe()
      resolve()
    })
  })
}

export function csrfToken(): string | null {
  return 'me' in session ? session.me.csrf_token : null
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
