import { QueryClient } from '@tanstack/react-query'
import { asProblem } from './problem'

const TRIES = 2

/** Reads are tried again where that may help; a change never is by itself. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // A panel in one's own network works without the internet, so the browser's word for "offline"
      // holds nothing up.
      queries: {
        networkMode: 'always',
        staleTime: 5_000,
        retry: (failures, error) => failures < TRIES && asProblem(error).passes,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
