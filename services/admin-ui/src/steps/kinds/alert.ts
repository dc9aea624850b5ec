import { IconAppWindow } from '@tabler/icons-react'
import type { KindOfStep } from '../kind'
import { NoteFields } from './note-fields'

export const alert: KindOfStep<'alert'> = {
  icon: IconAppWindow,
  group: 'answers',
  make: () => ({ type: 'alert', text: '' }),
  summary: (step) => step.text,
  Fields: NoteFields,
}
