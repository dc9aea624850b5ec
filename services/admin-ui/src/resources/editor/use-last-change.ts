import { useQuery } from '@tanstack/react-query'
import { answered, api } from '~/api/client'
import { usePlace } from '~/place/place'
import type { Kind, View } from '../kinds'

export interface Author {
  name: string
  at: string
}

/**
 * Who made it what it is; undefined while that is asked for, null in drafts, whose changes are no
 * events of the log yet.
 */
export function useLastChange<K extends Kind>(
  kind: K,
  one: View<K> | null,
): Author | null | undefined {
  const at = usePlace()
  const isAsked = one !== null && at.draft === null
  const { data, isPending } = useQuery({
    queryKey: ['blame', kind, one?.id, one?.version],
    queryFn: ({ signal }) =>
      answered(
        api.GET(`/api/v1/${kind}/{entity_id}/blame` as '/api/v1/handlers/{entity_id}/blame', {
          signal,
          params: { path: { entity_id: one?.id ?? 0 } },
        }),
      ),
    enabled: isAsked,
  })
  if (isAsked && isPending) return undefined
  if (!isAsked || !data?.fields.length) return null
  const last = data.fields.reduce((latest, next) => (next.seq > latest.seq ? next : latest))
  return { name: last.actor_name, at: last.occurred_at }
}
