import { IconInfoCircle } from '@tabler/icons-react'
import type { KindOfStep } from '../kind'
import { NoteFields } from './note-fields'

export const toast: KindOfStep<'toast'> = {
  icon: IconInfoCircle,
  group: 'answers',
  make: () => ({ type: 'toast', text: '' }),
  summary: (step) => step.text,
  Fields: NoteFields,
}
