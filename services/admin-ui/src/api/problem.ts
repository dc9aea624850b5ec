import type { components } from './schema'

type Refusal = components['schemas']['Problem']
export type FieldProblem = components['schemas']['FieldProblem']

/** Codes of our own, for what no answer of the API says. */
export const UNREACHABLE = 'unreachable'
export const SLOW = 'slow'

/** Why a request had no success: what admin-api refused, or that it did not answer. */
export class Problem extends Error {
  readonly code: string
  /** Of the answer; 0 without one. */
  readonly status: number
  readonly detail: string
  readonly errors: readonly FieldProblem[]
  readonly conflicts: Refusal['conflicts']
  /** With 412: the object as it is now. */
  readonly present: unknown
  /** Names the request in admin-api's log. */
  readonly requestId: string | null

  constructor(refusal: Partial<Refusal> & { code: string }, requestId: string | null = null) {
    super(refusal.detail ?? refusal.code)
    this.code = refusal.code
    this.status = refusal.status ?? 0
    this.detail = refusal.detail ?? ''
    this.errors = refusal.errors ?? []
    this.conflicts = refusal.conflicts ?? []
    this.present = refusal.present
    this.requestId = requestId
  }

  /** It may go better by itself when tried again. */
  get passes(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }
}

/** Whatever was thrown, as a `Problem`. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  return new Problem({ code: 'internal', detail: error instanceof Error ? error.message : '' })
}

/** What stands in a body that admin-api (or a proxy before it) refused with. */
export function refusal(status: number, body: unknown, requestId: string | null): Problem {
  const known = body !== null && typeof body === 'object' && 'code' in body
  return known
    ? new Problem(body as Refusal, requestId)
    : new Problem({ code: status >= 500 ? 'internal' : 'http_error', status }, requestId)
}
