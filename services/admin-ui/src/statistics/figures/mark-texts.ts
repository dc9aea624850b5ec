import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import type { Mark } from './marks'

const CHANGES = ['created', 'updated', 'deleted'] as const
const PAGE = 100

/** Says of marks who changed what. The log knows the names; until it has answered, there are ids. */
export function useMarkTexts(marks: readonly Mark[]): (mark: Mark) => string {
  const { t } = useTranslation('statistics')
  const { t: common } = useTranslation()
  const first = marks[0]
  const last = marks.at(-1)
  const { data } = useQuery({
    queryKey: ['stats', 'marks', first?.seq, last?.seq],
    queryFn: () => readEvents(first?.at ?? '', last?.at ?? ''),
    enabled: first !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (mark) => {
    const event = data?.get(mark.seq)
    const change = CHANGES.find((one) => mark.type.endsWith(`.${one}`)) ?? 'updated'
    return t(`marks.changes.${change}`, {
      who: event?.actor_name ?? mark.actor,
      what: common(`entities.${mark.entity}`),
      name: event?.name ?? String(mark.entity_id),
    })
  }
}

async function readEvents(first: string, last: string) {
  // `until` itself is left out, and the API counts to the microsecond.
  const until = new Date(Date.parse(last) + 1000).toISOString()
  const query = { since: first, until, order: 'newest', limit: PAGE } as const
  const page = await answered(api.GET('/api/v1/events', { params: { query } }))
  return new Map(page.items.map((event) => [event.seq, event]))
}
