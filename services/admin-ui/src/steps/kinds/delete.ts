import { IconTrash } from '@tabler/icons-react'
import type { KindOfStep } from '../kind'

export const deleteMessage: KindOfStep<'delete'> = {
  icon: IconTrash,
  group: 'answers',
  make: () => ({ type: 'delete' }),
}
