import { Stack } from '@mantine/core'
import { useMay } from '~/session/session'
import { CountingCard } from './counting-card'
import { GatewaysCard } from './gateways-card'
import { UpkeepCards } from './upkeep-cards'

/** How the bot is doing, for who looks at night. */
export function Status() {
  const mayUpkeep = useMay('editor')
  return (
    <Stack>
      <GatewaysCard />
      <CountingCard />
      {mayUpkeep && <UpkeepCards />}
    </Stack>
  )
}
