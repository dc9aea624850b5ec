import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'

interface Page<T> {
  items: T[]
  next_cursor: string | null
}

/** A short list, whole: its pages follow each other by themselves. */
export function useAll<T>(name: string, read: (cursor: string | null) => Promise<Page<T>>) {
  const query = useInfiniteQuery({
    queryKey: ['settings', name],
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  })
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = query
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage])
  return {
    items: query.data?.pages.flatMap((page) => page.items),
    isPending: query.isPending,
    error: query.error,
    refetch: query.refetch,
  }
}
