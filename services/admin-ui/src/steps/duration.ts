import type { TFunction } from 'i18next'

export const UNITS = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const
export type Unit = keyof typeof UNITS

const GREATEST_FIRST: Unit[] = ['days', 'hours', 'minutes', 'seconds']

/** The greatest unit of which it is a whole number. */
export function unitOf(seconds: number): Unit {
  return GREATEST_FIRST.find((unit) => seconds !== 0 && seconds % UNITS[unit] === 0) ?? 'seconds'
}

/** `1 day`, `90 minutes`. */
export function durationText(seconds: number, t: TFunction<'steps'>): string {
  const unit = unitOf(seconds)
  return t(`duration.${unit}`, { count: seconds / UNITS[unit] })
}
