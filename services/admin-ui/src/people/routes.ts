import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '~/root-route'
import { readSearch } from './search'

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./people'), 'People'),
})

const person = createRoute({
  getParentRoute: () => root,
  path: '/people/$userId',
  component: lazyRouteComponent(() => import('./person'), 'Person'),
})

export const peopleRoutes = [people, person] as const
