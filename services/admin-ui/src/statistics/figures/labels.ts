import type { Bucket } from '../search'

const FORMATS: Record<Bucket, Intl.DateTimeFormatOptions> = {
  hour: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { day: 'numeric', month: 'short' },
  week: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
}

/** Says when a bucket begins, in the zone whose days are counted. */
export function bucketLabels(language: string, tz: string, bucket: Bucket): (at: string) => string {
  const format = new Intl.DateTimeFormat(language, { ...FORMATS[bucket], timeZone: tz })
  return (at) => format.format(new Date(at))
}
