import { useDebouncedValue } from '@mantine/hooks'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answered, api, type Schemas } from '~/api/client'
import { nameOfPerson } from '~/interactions/names'

type Named = Pick<Schemas['PersonView'], 'user_id' | 'first_name' | 'last_name' | 'username'>

const TYPING_MS = 200
const FOUND_MAX = 20

/** Who is chosen, and who is found by what is typed: a name, a @username, or an id of anybody. */
export function useCandidates(
  chosen: readonly string[],
  text: string,
): { value: string; label: string }[] {
  const { t } = useTranslation('interactions')
  const [q] = useDebouncedValue(text.trim(), TYPING_MS)
  const found = useQuery({
    queryKey: ['people', 'choice', q],
    queryFn: ({ signal }) => {
      const query = { ...(q && { q }), limit: FOUND_MAX }
      return answered(api.GET('/api/v1/people', { params: { query }, signal }))
    },
    placeholderData: (before) => before,
  })
  const known = useQueries({
    queries: chosen.map((id) => ({
      queryKey: ['people', 'one', Number(id)],
      queryFn: () =>
        answered(
          api.GET('/api/v1/people/{user_id}', { params: { path: { user_id: Number(id) } } }),
        ),
      retry: false,
    })),
  })
  const people: Named[] = [...known.flatMap(({ data }) => data ?? []), ...(found.data?.items ?? [])]
  const labels = new Map(chosen.map((id) => [id, id]))
  for (const one of people) {
    const username = one.username ? ` @${one.username}` : ''
    labels.set(String(one.user_id), `${nameOfPerson(one, t)}${username}`)
  }
  // Somebody whom the bot does not know yet.
  if (/^[1-9]\d*$/.test(q) && !labels.has(q)) labels.set(q, q)
  return [...labels].map(([value, label]) => ({ value, label }))
}
