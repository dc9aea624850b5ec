/** The parts of the statistics, each a screen that is loaded when it is opened. */
export const SECTIONS = [
  { name: 'overview', to: '/statistics' },
  { name: 'activity', to: '/statistics/activity' },
  { name: 'uses', to: '/statistics/uses' },
  { name: 'funnel', to: '/statistics/funnel' },
  { name: 'retention', to: '/statistics/retention' },
  { name: 'hours', to: '/statistics/hours' },
  { name: 'audience', to: '/statistics/audience' },
  { name: 'unmatched', to: '/statistics/unmatched' },
  { name: 'change', to: '/statistics/change' },
  { name: 'live', to: '/statistics/live' },
] as const
