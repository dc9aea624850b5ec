import { useTranslation } from 'react-i18next'
import type { Mark } from './marks'

const CHANGES = ['created', 'updated', 'deleted'] as const

/** Says of a mark who changed what. */
export function useMarkText(): (mark: Mark) => string {
  const { t } = useTranslation('statistics')
  const { t: common } = useTranslation()
  return (mark) => {
    const change = CHANGES.find((one) => mark.type.endsWith(`.${one}`)) ?? 'updated'
    return t(`marks.changes.${change}`, {
      who: mark.actor_name,
      what: common(`entities.${mark.entity}`),
      name: mark.name,
    })
  }
}
