import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterContextProvider, RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { makeQueryClient } from '~/api/queries'
import { SessionGate } from '~/session/session-gate'
import { router } from './router'
import { theme, variables } from './theme'

export function App() {
  const [queries] = useState(makeQueryClient)
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      {/* What they say may link to where it can be helped. */}
      <RouterContextProvider router={router}>
        <Notifications position="bottom-right" />
      </RouterContextProvider>
      <QueryClientProvider client={queries}>
        <SessionGate>
          <RouterProvider router={router} />
        </SessionGate>
      </QueryClientProvider>
    </MantineProvider>
  )
}
