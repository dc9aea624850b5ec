import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** Numbers and moments as people of the chosen language write them. */
export function useFormat() {
  const language = useTranslation().i18n.language
  return useMemo(() => {
    const number = new Intl.NumberFormat(language)
    const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
    const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })
    const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
    return {
      number: (value: number) => number.format(value),
      percent: (value: number) => percent.format(value),
      moment: (value: string | Date) => moment.format(new Date(value)),
      /** "3 minutes ago". */
      ago: (value: string | Date) => relative.format(...since(new Date(value))),
      day: (value: string | Date) => day.format(new Date(value)),
    }
  }, [language])
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** The largest unit that is full. Not in the future: the clocks are of different machines. */
export function since(at: Date, now = new Date()): [number, Intl.RelativeTimeFormatUnit] {
  const seconds = Math.max(0, (now.getTime() - at.getTime()) / 1000)
  const [unit, size] = UNITS.find(([, size]) => seconds >= size) ?? ['second', 1]
  return [-Math.floor(seconds / size), unit]
}
