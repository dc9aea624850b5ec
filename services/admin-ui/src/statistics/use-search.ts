import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type Period, periodOf } from './period/period'
import { type StatisticsSearch, without } from './search'

export type SearchPatch = { [Key in keyof StatisticsSearch]?: StatisticsSearch[Key] | undefined }

/** What the address says; the route has read it. */
export function useStatisticsSearch(): StatisticsSearch {
  return useSearch({ strict: false }) as StatisticsSearch
}

/** Changes a part of the address's search, and leaves all else of it. */
export function useSetSearch(): (patch: SearchPatch) => void {
  const navigate = useNavigate()
  return (patch) => {
    const search = (old: object) => without({ ...old, ...patch })
    // Screens of all sections share this, so no route is named whose search it would be.
    void navigate({ to: '.', search: search as never, replace: true, resetScroll: false })
  }
}

export function usePeriod(): Period {
  const { period, from, to, tz } = useStatisticsSearch()
  return useMemo(
    () => periodOf(without({ period, from, to, tz }), new Date()),
    [period, from, to, tz],
  )
}
