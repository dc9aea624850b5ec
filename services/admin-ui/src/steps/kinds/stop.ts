import { IconHandStop } from '@tabler/icons-react'
import type { KindOfStep } from '../kind'

export const stop: KindOfStep<'stop'> = {
  icon: IconHandStop,
  group: 'order',
  make: () => ({ type: 'stop' }),
}
