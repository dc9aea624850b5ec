import { addDays, type Day, isDay } from '~/parts/days/days'

export const SORTS = ['-last_seen', '-first_seen', 'first_seen', 'first_name', 'username'] as const
export type Sort = (typeof SORTS)[number]

/** In the last day, week or month. */
export const SINCE = ['1d', '7d', '30d'] as const
/** Between two days. */
export const OWN = 'own' as const
/** And: nothing in the last week, month or quarter. */
export const SEEN = [...SINCE, 'not7d', 'not30d', 'not90d'] as const

/** Which people are listed; all of it stands in the address. */
export interface PeopleSearch {
  q?: string
  tag?: string
  source?: string
  language?: string
  blocked?: boolean
  seen?: (typeof SEEN)[number]
  came?: (typeof SINCE)[number]
  /** As a step of a funnel is named: `event:start`, `handler:3`, `button:prices`. */
  did?: string
  /** When they did it; without `did` it says nothing. */
  didWhen?: (typeof SINCE)[number] | typeof OWN
  /** With the days of one's own: from the first to the last of them, by the browser's clock. */
  didFrom?: Day
  didTo?: Day
  sort?: Sort
}

/** Takes what can be meant, and leaves out what can't. */
export function readSearch(given: Record<string, unknown>): PeopleSearch {
  const { didFrom, didTo } = given
  const own =
    given.didWhen === OWN && isDay(didFrom) && isDay(didTo) && didFrom <= didTo
      ? { didFrom, didTo }
      : null
  return known({
    q: text(given.q),
    tag: text(given.tag),
    source: text(given.source),
    language: text(given.language),
    blocked: typeof given.blocked === 'boolean' ? given.blocked : undefined,
    seen: SEEN.find((one) => one === given.seen),
    came: SINCE.find((one) => one === given.came),
    did: text(given.did),
    didWhen: own ? OWN : SINCE.find((one) => one === given.didWhen),
    ...own,
    sort: SORTS.find((one) => one === given.sort),
  })
}

export interface PeopleFilter {
  q?: string
  tag?: string
  source?: string
  language_code?: string
  blocked?: boolean
  first_seen_from?: string
  last_seen_from?: string
  last_seen_to?: string
  did?: string
  did_from?: string
  did_to?: string
}

const DAY_MS = 24 * 60 * 60 * 1000

/** As the API takes it. Days back are from the hour that has begun, so that pages agree. */
export function filterOf(search: PeopleSearch, now: Date): PeopleFilter {
  const { q, tag, source, language, blocked, seen, came, did } = search
  const isGone = seen?.startsWith('not')
  const border = seen && daysBack(seen, now)
  return known({
    q,
    tag,
    source,
    language_code: language,
    blocked,
    first_seen_from: came && daysBack(came, now),
    last_seen_from: isGone ? undefined : border,
    last_seen_to: isGone ? border : undefined,
    did,
    ...(did ? whenDid(search, now) : {}),
  })
}

function whenDid({ didWhen, didFrom, didTo }: PeopleSearch, now: Date): PeopleFilter {
  if (didWhen === undefined) return {}
  if (didWhen !== OWN) return { did_from: daysBack(didWhen, now) }
  return known({
    did_from: didFrom && midnight(didFrom),
    did_to: didTo && midnight(addDays(didTo, 1)),
  })
}

/** By the browser's clock. */
function midnight(day: Day): string {
  return new Date(`${day}T00:00`).toISOString()
}

function daysBack(span: string, now: Date): string {
  const hour = new Date(now)
  hour.setMinutes(0, 0, 0)
  return new Date(hour.getTime() - Number(span.replace(/\D/g, '')) * DAY_MS).toISOString()
}

type Known<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> }

function known<T extends object>(fields: T): Known<T> {
  const there = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(there) as Known<T>
}

/** What looks like a number in an address is read as one. */
function text(given: unknown): string | undefined {
  if (typeof given === 'number') return String(given)
  return typeof given === 'string' && given !== '' ? given : undefined
}
