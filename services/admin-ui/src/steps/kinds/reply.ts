import { IconMessage } from '@tabler/icons-react'
import type { KindOfStep } from '../kind'

export const reply: KindOfStep<'reply'> = {
  icon: IconMessage,
  group: 'answers',
  make: () => ({ type: 'reply' }),
}
