import { describe, expect, it } from 'vitest'
import { type Mark, marksOfBuckets } from './marks'

const STARTS = ['2026-11-26T23:00:00Z', '2026-11-27T23:00:00Z', '2026-11-28T23:00:00Z']

function mark(seq: number, at: string): Mark {
  return {
    seq,
    at,
    actor: 'account:1',
    actor_name: 'Anna',
    type: 'handler.updated',
    entity: 'handler',
    entity_id: 1,
    name: '/start',
  }
}

describe('marks', () => {
  it('stand at the bucket in which the change was made', () => {
    const marks = [
      mark(1, '2026-11-26T23:00:00Z'),
      mark(2, '2026-11-27T22:59:59.999Z'),
      mark(3, '2026-11-29T10:00:00Z'),
    ]
    const found = marksOfBuckets(marks, STARTS)
    expect(found.map((one) => [one.from, one.marks.map((each) => each.seq)])).toEqual([
      [STARTS[0], [1, 2]],
      [STARTS[2], [3]],
    ])
  })

  it('before all buckets are left out', () => {
    expect(marksOfBuckets([mark(1, '2026-11-01T00:00:00Z')], STARTS)).toEqual([])
    expect(marksOfBuckets([mark(1, '2026-11-28T00:00:00Z')], [])).toEqual([])
  })
})
