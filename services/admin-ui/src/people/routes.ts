import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readSearch } from './search'

export function peopleRoutes<Root extends AnyRoute>(root: Root) {
  const getParentRoute = () => root
  return [
    createRoute({
      getParentRoute,
      path: '/people',
      validateSearch: readSearch,
      component: lazyRouteComponent(() => import('./people'), 'People'),
    }),
    createRoute({
      getParentRoute,
      path: '/people/$userId',
      component: lazyRouteComponent(() => import('./person'), 'Person'),
    }),
  ]
}
