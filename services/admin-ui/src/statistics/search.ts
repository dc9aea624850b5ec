import { isDay } from '~/parts/days/days'
import { isZone } from './period/zones'

export const PRESETS = ['today', '7d', '30d', '90d', 'year'] as const
export type Preset = (typeof PRESETS)[number]

export const BUCKETS = ['hour', 'day', 'week', 'month'] as const
export type Bucket = (typeof BUCKETS)[number]

/** What of the statistics stands in the address, so that a link shows the same to everybody. */
export interface StatisticsSearch {
  /** The last 7 days without it; `own` goes from `from` to `to`. */
  period?: Preset | 'own'
  from?: string
  /** The last day, which counts, too. */
  to?: string
  /** The browser's without it. */
  tz?: string
  /** By the length of the period without it. */
  bucket?: Bucket
  compare?: boolean
  /** Of the heat map and the live feed. */
  event?: string
  /** Whose own series is shown. */
  handler?: number
  button?: string
  /** Of the funnel, as the API names them. */
  step?: string[]
  within?: number
  cohorts?: 'day' | 'week'
  /** The change around which two periods are compared. */
  seq?: number
  hours?: number
}

/** Takes what can be meant, and leaves out what can't: an address may be typed or shortened. */
export function readSearch(given: Record<string, unknown>): StatisticsSearch {
  const isOwn = given.period === 'own' && isDay(given.from) && isDay(given.to)
  return without({
    period: isOwn ? 'own' : oneOf(PRESETS, given.period),
    from: isOwn ? (given.from as string) : undefined,
    to: isOwn ? (given.to as string) : undefined,
    tz: isZone(given.tz) ? given.tz : undefined,
    bucket: oneOf(BUCKETS, given.bucket),
    compare: given.compare === true ? true : undefined,
    event: text(given.event),
    handler: count(given.handler),
    button: text(given.button),
    step: steps(given.step),
    within: count(given.within),
    cohorts: oneOf(['day', 'week'] as const, given.cohorts),
    seq: count(given.seq),
    hours: count(given.hours),
  })
}

type Without<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> }

/** The same without what is undefined. */
export function without<T extends object>(fields: T): Without<T> {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(known) as Without<T>
}

function oneOf<T extends string>(values: readonly T[], given: unknown): T | undefined {
  return values.find((value) => value === given)
}

/** What looks like a number in an address is read as one. */
function text(given: unknown): string | undefined {
  if (typeof given === 'number') return String(given)
  return typeof given === 'string' && given !== '' ? given : undefined
}

function count(given: unknown): number | undefined {
  return typeof given === 'number' && Number.isInteger(given) && given > 0 ? given : undefined
}

function steps(given: unknown): string[] | undefined {
  if (!Array.isArray(given)) return undefined
  const found = given.filter((one) => typeof one === 'string')
  return found.length === 0 ? undefined : found
}
