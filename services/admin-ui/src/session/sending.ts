import { Problem, SLOW, UNREACHABLE } from '~/api/problem'
import { csrfToken, currentSession, loggedInAgain } from './session'

const SECONDS_MAX = 60

/**
 * `fetch` for the admin API. A request that finds the session over waits until somebody is logged in
 * again, and is sent once more: so nothing that was typed is lost. Throws `Problem` without an answer.
 */
export async function sendInSession(request: Request): Promise<Response> {
  for (;;) {
    const response = await send(request.clone())
    const isOver = response.status === 401 && currentSession().status !== 'anonymous'
    if (!isOver || currentSession().status === 'unknown' || isLogIn(request)) return response
    await loggedInAgain()
  }
}

async function send(request: Request): Promise<Response> {
  const token = csrfToken()
  if (request.method !== 'GET' && token !== null) request.headers.set('X-CSRF-Token', token)
  try {
    return await fetch(request, {
      signal: AbortSignal.any([request.signal, AbortSignal.timeout(SECONDS_MAX * 1000)]),
    })
  } catch (error) {
    if (request.signal.aborted) throw error
    const late = error instanceof DOMException && error.name === 'TimeoutError'
    throw new Problem({ code: late ? SLOW : UNREACHABLE })
  }
}

function isLogIn(request: Request): boolean {
  return new URL(request.url).pathname === '/api/v1/auth/login'
}
