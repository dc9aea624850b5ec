import {
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { Changed } from '~/api/client'
import { followChange } from '~/live/live'
import { type Place, usePlace } from '~/place/place'
import type { Fields, Kind, Patch, View } from './kinds'
import {
  type Bulk,
  changeMany,
  changeOne,
  createOne,
  type ListFilter,
  listPage,
  readOne,
} from './requests'

/**
 * A list, whole: the first page is shown at once, and the others follow by themselves, so that a list
 * of thousands can be scrolled through without a pause.
 */
export function useList<K extends Kind>(kind: K, filter: ListFilter = {}) {
  const at = usePlace()
  const query = useInfiniteQuery({
    queryKey: [...listKey(at, kind), filter],
    queryFn: ({ pageParam, signal }) => listPage(at, kind, filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: (previous) => previous,
  })
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = query
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage])
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  return {
    items,
    isPending: query.isPending,
    isComplete: !query.isPending && !hasNextPage,
    error: query.error,
    refetch: query.refetch,
  }
}

/** `id` null reads nothing. */
export function useOne<K extends Kind>(kind: K, id: number | null) {
  const at = usePlace()
  return useQuery({
    queryKey: oneKey(at, kind, id ?? 0),
    queryFn: () => readOne(at, kind, id ?? 0),
    enabled: id !== null,
  })
}

export function useCreate<K extends Kind>(kind: K) {
  const at = usePlace()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (fields: Fields<K>) => createOne(at, kind, fields),
    onSuccess: (done) => taken(queries, at, kind, done),
  })
}

export interface Change<K extends Kind> {
  id: number
  /** Which one was changed here; another since then refuses the change with 412. */
  version: number
  patch: Patch<K>
}

export function useChange<K extends Kind>(kind: K) {
  const at = usePlace()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, version, patch }: Change<K>) => changeOne(at, kind, id, version, patch),
    onSuccess: (done) => taken(queries, at, kind, done),
  })
}

export function useBulk<K extends Kind>(kind: K) {
  const at = usePlace()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (bulk: Bulk<K>) => changeMany(at, kind, bulk),
    onSuccess: async (done) => {
      await changedElsewhere(queries)
      if (at.draft === null) followChange(done.seq)
    },
  })
}

function taken<K extends Kind>(
  queries: QueryClient,
  at: Place,
  kind: K,
  done: Changed<View<K>>,
): Promise<void> {
  queries.setQueryData(oneKey(at, kind, done.data.id), done.data)
  if (done.seq !== null) followChange(done.seq)
  return changedElsewhere(queries)
}

/** A change of one thing is seen in lists, the map, the history and more: all is asked for anew. */
export function changedElsewhere(queries: QueryClient): Promise<void> {
  // What people did yesterday stays as it is.
  return queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'uses' })
}

export function listKey(at: Place, kind: Kind) {
  return ['resources', at.draft, kind, 'list'] as const
}

export function oneKey(at: Place, kind: Kind, id: number) {
  return ['resources', at.draft, kind, 'one', id] as const
}
