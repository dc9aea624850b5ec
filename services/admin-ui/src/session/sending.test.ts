import { afterEach, describe, expect, it, vi } from 'vitest'
import { asProblem } from '~/api/problem'
import { sendInSession } from './sending'
import { currentSession, type Me, setSession } from './session'

const ME: Me = {
  actor: 'account:1',
  role: 'owner',
  name: 'Anna',
  account_id: 1,
  session_id: 1,
  csrf_token: 'first',
}
const URL_OF_HANDLERS = 'http://localhost/api/v1/handlers'

afterEach(() => {
  vi.unstubAllGlobals()
  setSession({ status: 'unknown' })
})

describe('a request', () => {
  it('that finds the session over is sent again after the log-in, with all it carries', async () => {
    const sent: { token: string | null; body: string }[] = []
    const statuses = [401, 201]
    vi.stubGlobal('fetch', async (request: Request) => {
      sent.push({ token: request.headers.get('X-CSRF-Token'), body: await request.text() })
      return new Response(null, { status: statuses[sent.length - 1] ?? 500 })
    })
    setSession({ status: 'active', me: ME })
    const answer = sendInSession(new Request(URL_OF_HANDLERS, { method: 'POST', body: 'typed' }))
    await vi.waitFor(() => expect(currentSession().status).toBe('expired'))
    setSession({ status: 'active', me: { ...ME, csrf_token: 'second' } })
    expect((await answer).status).toBe(201)
    expect(sent).toEqual([
      { token: 'first', body: 'typed' },
      { token: 'second', body: 'typed' },
    ])
  })

  it('of nobody is refused as it is', async () => {
    vi.stubGlobal('fetch', async () => new Response(null, { status: 401 }))
    expect((await sendInSession(new Request(URL_OF_HANDLERS))).status).toBe(401)
    expect(currentSession().status).toBe('unknown')
  })

  it('that nobody answers fails as unreachable', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch')
    })
    const error = await sendInSession(new Request(URL_OF_HANDLERS)).catch(asProblem)
    expect(error).toMatchObject({ code: 'unreachable', status: 0 })
  })
})
