import type { TFunction } from 'i18next'
import type { Explanation } from './asking'

export type Assumption = Explanation['assumed'][number]

/** What explain assumed, in the person's language. */
export function assumptionText({ code, params }: Assumption, t: TFunction<'chat'>): string {
  // i18next's types take what follows an underscore for a context, so one key stands for all.
  return t(`tryIt.assumptions.${code}` as 'tryIt.assumptions.passed', params as { reason: string })
}
