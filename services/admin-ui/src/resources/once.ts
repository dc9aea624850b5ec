import { asProblem } from '~/api/problem'

/** Keys of requests of which nobody knows what became, by what they ask for. */
const unanswered = new Map<string, string>()

/**
 * Sends what makes something, with a key by which the API carries it out once. Where no answer came,
 * the same request, when it is tried again, has the same key; so nothing is made twice.
 */
export async function once<T>(
  address: string,
  body: unknown,
  send: (header: { 'Idempotency-Key': string }) => Promise<T>,
): Promise<T> {
  const request = `${address} ${JSON.stringify(body)}`
  const key = unanswered.get(request) ?? newKey()
  unanswered.set(request, key)
  try {
    const answer = await send({ 'Idempotency-Key': key })
    unanswered.delete(request)
    return answer
  } catch (error) {
    const problem = asProblem(error)
    if (!problem.passes && problem.code !== 'idempotency_in_progress') unanswered.delete(request)
    throw error
  }
}

/** `crypto.randomUUID` is missing where the panel is opened without https. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (one) => one.toString(16).padStart(2, '0')).join('')
}
