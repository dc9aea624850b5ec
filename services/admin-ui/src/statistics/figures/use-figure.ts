import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'

/** A figure of the API; while another period's is on its way, the one before stays. */
export function useFigure<Data>(
  key: readonly unknown[],
  request: (signal: AbortSignal) => Promise<Data>,
  { enabled = true }: { enabled?: boolean } = {},
): UseQueryResult<Data> {
  return useQuery({
    queryKey: ['stats', ...key],
    queryFn: ({ signal }) => request(signal),
    placeholderData: keepPreviousData,
    enabled,
  })
}
