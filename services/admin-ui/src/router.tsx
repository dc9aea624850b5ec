import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { Waiting } from '~/parts/waiting'
import { peopleRoutes } from '~/people/routes'
import { Broken } from '~/shell/broken'
import { NotFound } from '~/shell/not-found'
import { Shell } from '~/shell/shell'
import { statisticsRoutes } from '~/statistics/routes'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('~/home/home'), 'Home'),
})

/** Each screen's code is loaded when it is opened. */
export const router = createRouter({
  routeTree: root.addChildren([home, statisticsRoutes(root), ...peopleRoutes(root)]),
  defaultPendingComponent: Waiting,
  defaultErrorComponent: Broken,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
