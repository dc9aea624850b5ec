import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { answered, api } from '~/api/client'
import { filterOf, type PeopleSearch } from './search'

const PAGE = 100

export function usePeopleSearch(): PeopleSearch {
  return useSearch({ strict: false }) as PeopleSearch
}

export type PeoplePatch = { [Key in keyof PeopleSearch]?: PeopleSearch[Key] | undefined }

export function useSetPeopleSearch(): (patch: PeoplePatch) => void {
  const navigate = useNavigate()
  return (patch) => {
    const search = (old: object) => ({ ...old, ...patch })
    // The route's own search is a subset of what the router knows of all routes.
    void navigate({ to: '.', search: search as never, replace: true, resetScroll: false })
  }
}

/** Pages of those whom the address chooses; more are asked for as the list is scrolled. */
export function usePeople() {
  const search = usePeopleSearch()
  const filter = useMemo(() => filterOf(search, new Date()), [search])
  const { sort } = search
  const query = useInfiniteQuery({
    queryKey: ['people', 'list', filter, sort],
    queryFn: ({ pageParam, signal }) => {
      const page = pageParam === null ? {} : { cursor: pageParam }
      const query = { ...filter, ...(sort ? { sort } : {}), ...page, limit: PAGE }
      return answered(api.GET('/api/v1/people', { params: { query }, signal }))
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: (previous) => previous,
  })
  const people = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  return { ...query, people, filter }
}
