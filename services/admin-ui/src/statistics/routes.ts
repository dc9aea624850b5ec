import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readSearch } from './search'

/** The statistics, whose parts share the period in the address; each is loaded when it is opened. */
export function statisticsRoutes<Root extends AnyRoute>(root: Root) {
  const statistics = createRoute({
    getParentRoute: () => root,
    path: '/statistics',
    validateSearch: readSearch,
    component: lazyRouteComponent(() => import('./statistics'), 'Statistics'),
  })
  const getParentRoute = () => statistics
  return statistics.addChildren([
    createRoute({
      getParentRoute,
      path: '/',
      component: lazyRouteComponent(() => import('./sections/overview'), 'Overview'),
    }),
    createRoute({
      getParentRoute,
      path: '/activity',
      component: lazyRouteComponent(() => import('./sections/activity'), 'Activity'),
    }),
    createRoute({
      getParentRoute,
      path: '/uses',
      component: lazyRouteComponent(() => import('./sections/uses'), 'Uses'),
    }),
    createRoute({
      getParentRoute,
      path: '/funnel',
      component: lazyRouteComponent(() => import('./sections/funnel'), 'Funnel'),
    }),
    createRoute({
      getParentRoute,
      path: '/retention',
      component: lazyRouteComponent(() => import('./sections/retention'), 'Retention'),
    }),
    createRoute({
      getParentRoute,
      path: '/hours',
      component: lazyRouteComponent(() => import('./sections/hours'), 'Hours'),
    }),
    createRoute({
      getParentRoute,
      path: '/audience',
      component: lazyRouteComponent(() => import('./sections/audience'), 'Audience'),
    }),
    createRoute({
      getParentRoute,
      path: '/unmatched',
      component: lazyRouteComponent(() => import('./sections/unmatched'), 'Unmatched'),
    }),
    createRoute({
      getParentRoute,
      path: '/change',
      component: lazyRouteComponent(() => import('./sections/change'), 'Change'),
    }),
    createRoute({
      getParentRoute,
      path: '/live',
      component: lazyRouteComponent(() => import('./sections/live'), 'Live'),
    }),
  ])
}
