import { useQuery } from '@tanstack/react-query'
import { answered, api } from '~/api/client'

/** Whether the bot has no handler yet; undefined while that is not known. */
export function useIsEmpty() {
  const query = useQuery({
    queryKey: ['home', 'is-empty'],
    queryFn: async () => {
      const page = await answered(
        api.GET('/api/v1/handlers', { params: { query: { limit: 1, fields: 'id' } } }),
      )
      return page.items.length === 0
    },
  })
  return { isEmpty: query.data, error: query.error, refetch: query.refetch }
}
