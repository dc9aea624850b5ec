import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

interface Section {
  /** As the address has it; the first is there without one. */
  name: SectionName
  Screen: LazyExoticComponent<ComponentType>
}

type SectionName =
  | 'overview'
  | 'activity'
  | 'uses'
  | 'funnel'
  | 'retention'
  | 'hours'
  | 'audience'
  | 'unmatched'
  | 'change'
  | 'live'

/** The parts of the statistics; the code of each is loaded when it is opened. */
export const SECTIONS: readonly Section[] = [
  section('overview', async () => (await import('./sections/overview')).Overview),
  section('activity', async () => (await import('./sections/activity')).Activity),
  section('uses', async () => (await import('./sections/uses')).Uses),
  section('funnel', async () => (await import('./sections/funnel')).Funnel),
  section('retention', async () => (await import('./sections/retention')).Retention),
  section('hours', async () => (await import('./sections/hours')).Hours),
  section('audience', async () => (await import('./sections/audience')).Audience),
  section('unmatched', async () => (await import('./sections/unmatched')).Unmatched),
  section('change', async () => (await import('./sections/change')).Change),
  section('live', async () => (await import('./sections/live')).Live),
]

function section(name: SectionName, load: () => Promise<ComponentType>): Section {
  return { name, Screen: lazy(async () => ({ default: await load() })) }
}
