import { describe, expect, it } from 'vitest'
import { Problem } from '~/api/problem'
import { once } from './once'

const BODY = { label: 'Tea' }

/** What each request was sent with; they are answered in turn. */
async function keysOf(answers: (Problem | null)[], bodies: object[] = []): Promise<string[]> {
  const keys: string[] = []
  for (const [at, problem] of answers.entries()) {
    await once('/api/v1/buttons', bodies[at] ?? BODY, async (header) => {
      keys.push(header['Idempotency-Key'])
      if (problem) throw problem
    }).catch(() => {})
  }
  return keys
}

const LOST = new Problem({ code: 'unreachable' })
const FAILED = new Problem({ code: 'internal', status: 500 })
const UNDER_WAY = new Problem({ code: 'idempotency_in_progress', status: 409 })
const REFUSED = new Problem({ code: 'invalid_input', status: 422 })

describe('a request that makes something', () => {
  it('has the same key until it is answered', async () => {
    const [first, ...others] = await keysOf([LOST, FAILED, UNDER_WAY, null])
    expect(first).toMatch(/^[0-9a-f]{32}$/)
    expect(others).toEqual([first, first, first])
  })

  it('has another one when it was carried out, refused, or asks for something else', async () => {
    expect(new Set(await keysOf([null, null])).size).toBe(2)
    expect(new Set(await keysOf([REFUSED, null])).size).toBe(2)
    expect(new Set(await keysOf([LOST, null], [BODY, { label: 'Cake' }])).size).toBe(2)
    await keysOf([null])
  })
})
