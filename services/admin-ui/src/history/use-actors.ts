import { useQuery } from '@tanstack/react-query'
import { answered, api } from '~/api/client'

/** Who has changed something, and what they are called. */
export function useActors() {
  return useQuery({
    queryKey: ['history', 'actors'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/events/actors', { signal })),
  })
}
