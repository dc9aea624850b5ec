import { IconArrowForwardUp } from '@tabler/icons-react'
import { ChatField } from '../fields/chat-field'
import type { FieldsProps, KindOfStep } from '../kind'

export const forward: KindOfStep<'forward'> = {
  icon: IconArrowForwardUp,
  group: 'team',
  make: () => ({ type: 'forward', chat: '' }),
  summary: (step, t) => t('forward.summary', { chat: step.chat || '…' }),
  Fields: ForwardFields,
}

function ForwardFields({ step, set, spot }: FieldsProps<'forward'>) {
  return <ChatField value={step.chat} onChange={(chat) => set({ chat })} spot={spot} />
}
