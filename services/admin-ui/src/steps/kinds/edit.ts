import { IconReplace } from '@tabler/icons-react'
import type { KindOfStep } from '../kind'

export const edit: KindOfStep<'edit'> = {
  icon: IconReplace,
  group: 'answers',
  make: () => ({ type: 'edit' }),
}
