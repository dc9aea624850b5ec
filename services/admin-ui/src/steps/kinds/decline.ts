import { IconUserX } from '@tabler/icons-react'
import type { KindOfStep } from '../kind'

export const decline: KindOfStep<'decline'> = {
  icon: IconUserX,
  group: 'team',
  make: () => ({ type: 'decline' }),
}
