import type { TFunction } from 'i18next'

interface Named {
  user_id: number
  first_name?: string | null
  last_name?: string | null
  username?: string | null
}

/** What a person is called on screens. */
export function nameOfPerson(one: Named, t: TFunction<'interactions'>): string {
  const names = [one.first_name, one.last_name].filter(Boolean).join(' ')
  return names || (one.username ? `@${one.username}` : t('nameless', { id: one.user_id }))
}

interface Answered {
  pattern: string | null
  title: string | null
  deleted: boolean
}

/** What a handler is called, or was; of a deleted one it says so. */
export function nameOfHandler(id: number, one: Answered, t: TFunction<'interactions'>): string {
  const name = one.title || one.pattern || String(id)
  return one.deleted ? t('deletedHandler', { name }) : name
}
