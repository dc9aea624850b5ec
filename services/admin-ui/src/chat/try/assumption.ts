import type { TFunction } from 'i18next'

const FORMS = [
  ['subscribed', /^the person is not subscribed to (.+)$/],
  ['answer', /^goes on with the answer, which is kept as `(.+)`$/],
  ['pause', /^goes on after (.+) s$/],
  ['request', /^(.+) is answered with 200 and \{\}$/],
  ['passed', /^the bot passes over this update: (.+)$/],
] as const

/** What explain assumed, in the person's language where it is known; its own words are English. */
export function assumptionText(words: string, t: TFunction<'chat'>): string {
  for (const [name, form] of FORMS) {
    const what = form.exec(words)?.[1]
    if (what) return t(`tryIt.assumptions.${name}`, { what })
  }
  return words
}
