import { type ComponentProps, lazy, Suspense } from 'react'

/** The calendar is for those who open it. */
const Loaded = lazy(() => import('./day-range').then((module) => ({ default: module.DayRange })))

export function DayRange(props: ComponentProps<typeof Loaded>) {
  return (
    <Suspense>
      <Loaded {...props} />
    </Suspense>
  )
}
