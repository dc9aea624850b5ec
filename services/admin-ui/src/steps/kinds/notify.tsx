import { IconBellRinging } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ChatField } from '../fields/chat-field'
import { FilledText } from '../fields/filled-text'
import type { FieldsProps, KindOfStep } from '../kind'
import { errorAt } from '../spot'

/** The API's; the link to the person has its place below. */
const TEXT_MAX = 3000

export const notify: KindOfStep<'notify'> = {
  icon: IconBellRinging,
  group: 'team',
  make: () => ({ type: 'notify', chat: '', text: '' }),
  summary: (step, t) => t('notify.summary', { chat: step.chat || '…', text: step.text }),
  Fields: NotifyFields,
}

function NotifyFields({ step, set, spot }: FieldsProps<'notify'>) {
  const { t } = useTranslation('steps')
  return (
    <>
      <ChatField value={step.chat} onChange={(chat) => set({ chat })} spot={spot} />
      <FilledText
        label={t('fields.text')}
        description={t('notify.textHelp')}
        value={step.text}
        onChange={(text) => set({ text })}
        error={errorAt(spot, 'text')}
        most={TEXT_MAX}
        spot={spot}
        required
      />
    </>
  )
}
