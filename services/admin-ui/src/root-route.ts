import { createRootRoute } from '@tanstack/react-router'
import { NotFound } from '~/shell/not-found'
import { Shell } from '~/shell/shell'

/** What all screens stand in. */
export const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })
