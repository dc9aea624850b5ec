import { IconUserCheck } from '@tabler/icons-react'
import type { KindOfStep } from '../kind'

export const approve: KindOfStep<'approve'> = {
  icon: IconUserCheck,
  group: 'team',
  make: () => ({ type: 'approve' }),
}
