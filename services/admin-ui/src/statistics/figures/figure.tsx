import { Box } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'

/** What a query answered; or that it is awaited, or why it has failed. */
export function Figure<Data>({
  query,
  height = 280,
  children,
}: {
  query: UseQueryResult<Data>
  /** About what the content will need. */
  height?: number
  children: (data: Data) => ReactNode
}) {
  if (query.error) {
    return <ProblemAlert error={query.error} retry={() => void query.refetch()} />
  }
  if (query.data === undefined) return <Waiting rows={1} height={height} />
  return (
    <Box aria-busy={query.isPlaceholderData} opacity={query.isPlaceholderData ? 0.6 : 1}>
      {children(query.data)}
    </Box>
  )
}
