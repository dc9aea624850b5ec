import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { historySearch } from '~/history/history-search'
import { mapSearch } from '~/map/map-search'
import { Waiting } from '~/parts/waiting'
import { peopleRoutes } from '~/people/routes'
import { listSearch } from '~/resources/list/list-search'
import { root } from '~/root-route'
import { settingsSearch } from '~/settings/settings-search'

import { Broken } from '~/shell/broken'
import { statistics } from '~/statistics/routes'

/** Of one thing's address; what is no number leads to "not found" by the API's answer. */
const ID_PARAM = {
  params: {
    parse: ({ id }: { id: string }) => ({ id: Number(id) || 0 }),
    stringify: ({ id }: { id: number }) => ({ id: String(id) }),
  },
}

/** What a new thing's form begins with. */
function newSearch(given: Record<string, unknown>): {
  pattern?: string
  data?: string
  of?: number
} {
  return {
    ...(given.pattern === undefined ? {} : { pattern: String(given.pattern).slice(0, 256) }),
    ...(given.data === undefined ? {} : { data: String(given.data).slice(0, 64) }),
    ...(typeof given.of === 'number' ? { of: given.of } : {}),
  }
}

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('~/home/home'), 'Home'),
})

const handlers = createRoute({
  getParentRoute: () => root,
  path: '/handlers',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('~/handlers/handler-list'), 'HandlerList'),
})

const newHandler = createRoute({
  getParentRoute: () => root,
  path: '/handlers/new',
  validateSearch: newSearch,
  component: lazyRouteComponent(() => import('~/handlers/handler-pages'), 'NewHandler'),
})

const presentHandler = createRoute({
  getParentRoute: () => root,
  path: '/handlers/$id',
  ...ID_PARAM,
  component: lazyRouteComponent(() => import('~/handlers/handler-pages'), 'PresentHandler'),
})

const callbacks = createRoute({
  getParentRoute: () => root,
  path: '/callbacks',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('~/callbacks/callback-list'), 'CallbackList'),
})

const newCallback = createRoute({
  getParentRoute: () => root,
  path: '/callbacks/new',
  validateSearch: newSearch,
  component: lazyRouteComponent(() => import('~/callbacks/callback-pages'), 'NewCallback'),
})

const presentCallback = createRoute({
  getParentRoute: () => root,
  path: '/callbacks/$id',
  ...ID_PARAM,
  component: lazyRouteComponent(() => import('~/callbacks/callback-pages'), 'PresentCallback'),
})

const buttons = createRoute({
  getParentRoute: () => root,
  path: '/buttons',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('~/buttons/button-list'), 'ButtonList'),
})

const newButton = createRoute({
  getParentRoute: () => root,
  path: '/buttons/new',
  validateSearch: newSearch,
  component: lazyRouteComponent(() => import('~/buttons/button-pages'), 'NewButton'),
})

const presentButton = createRoute({
  getParentRoute: () => root,
  path: '/buttons/$id',
  ...ID_PARAM,
  component: lazyRouteComponent(() => import('~/buttons/button-pages'), 'PresentButton'),
})

const keyboards = createRoute({
  getParentRoute: () => root,
  path: '/keyboards',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('~/keyboards/keyboard-list'), 'KeyboardList'),
})

const newKeyboard = createRoute({
  getParentRoute: () => root,
  path: '/keyboards/new',
  component: lazyRouteComponent(() => import('~/keyboards/keyboard-pages'), 'NewKeyboard'),
})

const presentKeyboard = createRoute({
  getParentRoute: () => root,
  path: '/keyboards/$id',
  ...ID_PARAM,
  component: lazyRouteComponent(() => import('~/keyboards/keyboard-pages'), 'PresentKeyboard'),
})

const history = createRoute({
  getParentRoute: () => root,
  path: '/history',
  validateSearch: historySearch,
  component: lazyRouteComponent(() => import('~/history/history-page'), 'HistoryPage'),
})

const drafts = createRoute({
  getParentRoute: () => root,
  path: '/drafts',
  component: lazyRouteComponent(() => import('~/drafts/drafts-page'), 'DraftsPage'),
})

const documents = createRoute({
  getParentRoute: () => root,
  path: '/documents',
  component: lazyRouteComponent(() => import('~/documents/documents-page'), 'DocumentsPage'),
})

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  validateSearch: settingsSearch,
  component: lazyRouteComponent(() => import('~/settings/settings-page'), 'SettingsPage'),
})

const map = createRoute({
  getParentRoute: () => root,
  path: '/map',
  validateSearch: mapSearch,
  component: lazyRouteComponent(() => import('~/map/map-page'), 'MapPage'),
})

/** Each screen's code is loaded when it is opened. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    handlers,
    newHandler,
    presentHandler,
    callbacks,
    newCallback,
    presentCallback,
    buttons,
    newButton,
    presentButton,
    keyboards,
    newKeyboard,
    presentKeyboard,
    history,
    drafts,
    documents,
    settings,
    map,
    statistics,
    ...peopleRoutes,
  ]),
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
