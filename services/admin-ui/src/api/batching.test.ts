import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { batched } from './batching'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const OPTIONS = { waitMs: 100, most: 2 }
const forever = new AbortController().signal

function doubles() {
  return vi.fn(async (keys: number[]) => new Map(keys.map((key) => [key, key * 2])))
}

it('questions that come together are one request, up to its size', async () => {
  const read = doubles()
  const ask = batched(read, OPTIONS)
  const answers = Promise.all([1, 2, 3].map((key) => ask(key, forever)))
  await vi.advanceTimersByTimeAsync(100)
  expect(await answers).toEqual([2, 4, 6])
  expect(read.mock.calls).toEqual([[[1, 2]], [[3]]])
})

it('who does not wait for an answer is not asked for', async () => {
  const read = doubles()
  const ask = batched(read, OPTIONS)
  const gone = new AbortController()
  const given = ask(1, gone.signal)
  const answer = ask(2, forever)
  gone.abort(new Error('scrolled past'))
  await expect(given).rejects.toThrow('scrolled past')
  await vi.advanceTimersByTimeAsync(100)
  expect(await answer).toBe(4)
  expect(read.mock.calls).toEqual([[[2]]])
})

it('a failure is the answer to each, and the next questions are asked anew', async () => {
  const read = doubles()
  read.mockRejectedValueOnce(new Error('away'))
  const ask = batched(read, OPTIONS)
  const given = expect(ask(1, forever)).rejects.toThrow('away')
  await vi.advanceTimersByTimeAsync(100)
  await given
  const answer = ask(1, forever)
  await vi.advanceTimersByTimeAsync(100)
  expect(await answer).toBe(2)
})
