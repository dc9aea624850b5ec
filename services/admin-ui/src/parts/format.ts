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
    return {
      number: (value: number) => number.format(value),
      percent: (value: number) => percent.format(value),
      moment: (value: string | Date) => moment.format(new Date(value)),
      day: (value: string | Date) => day.format(new Date(value)),
    }
  }, [language])
}
