import type { Schemas } from '~/api/client'

export type Mark = Schemas['Mark']

/** The changes of one bucket, which share a line on the chart. */
export interface MarksOfBucket {
  /** When the bucket begins, as its point says it. */
  from: string
  marks: Mark[]
}

/** Puts each change into the bucket in which it was made; `starts` are in the order of time. */
export function marksOfBuckets(marks: readonly Mark[], starts: readonly string[]): MarksOfBucket[] {
  const times = starts.map((start) => Date.parse(start))
  const found = new Map<string, Mark[]>()
  for (const mark of marks) {
    const from = starts[indexOfBucket(times, Date.parse(mark.at))]
    if (from === undefined) continue
    const there = found.get(from)
    if (there) there.push(mark)
    else found.set(from, [mark])
  }
  return [...found].map(([from, own]) => ({ from, marks: own }))
}

/** The last that does not begin later; -1 where all do. */
function indexOfBucket(times: readonly number[], at: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] as number) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}
