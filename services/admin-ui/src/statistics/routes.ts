import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '~/root-route'
import { readSearch } from './search'

/** One route for all sections, so that the period in the address goes along. */
export const statistics = createRoute({
  getParentRoute: () => root,
  path: '/statistics/{-$section}',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./statistics'), 'Statistics'),
})
