import type { TFunction } from 'i18next'
import type { Explanation } from './asking'

export type Assumption = Explanation['assumed'][number]

type PassedOver = 'tryIt.passedOver.other_bot'
type Bot = { bot: string }

/** What explain assumed, in the person's language. */
export function assumptionText({ code, params }: Assumption, t: TFunction<'chat'>): string {
  if (code === 'passed') return t(`tryIt.passedOver.${params.reason}` as PassedOver, params as Bot)
  // i18next's types take what follows an underscore for a context, so one key stands for all.
  return t(
    `tryIt.assumptions.${code}` as 'tryIt.assumptions.answer',
    params as { variable: string },
  )
}
