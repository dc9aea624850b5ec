import createClient from 'openapi-fetch'
import { sendInSession } from '~/session/sending'
import { type Problem, refusal } from './problem'
import type { components, paths } from './schema'

export type Schemas = components['schemas']

/** The admin API. Fails with `Problem` only; use it through `answered` or `changed`. */
export const api = createClient<paths>({
  baseUrl: globalThis.location.origin,
  fetch: sendInSession,
})

interface Result<Data> {
  data?: Data
  error?: unknown
  response: Response
}

/** The body of an answer. Throws `Problem`. */
export async function answered<Data>(request: Promise<Result<Data>>): Promise<Data> {
  const result = await request
  if (!result.response.ok) throw refused(result)
  return result.data as Data
}

export interface Changed<Data> {
  data: Data
  /** Of the event; null for a change that is none, as in a draft. */
  seq: number | null
}

/** The body of an answer to a change, and the event it became. Throws `Problem`. */
export async function changed<Data>(request: Promise<Result<Data>>): Promise<Changed<Data>> {
  const result = await request
  if (!result.response.ok) throw refused(result)
  const seq = result.response.headers.get('Botloom-Config-Seq')
  return { data: result.data as Data, seq: seq === null ? null : Number(seq) }
}

/** The header by which a change is refused where somebody else was faster. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` }
}

function refused(result: Result<unknown>): Problem {
  return refusal(result.response.status, result.error, result.response.headers.get('X-Request-Id'))
}
