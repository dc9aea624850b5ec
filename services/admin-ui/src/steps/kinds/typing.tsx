import { NativeSelect } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FieldsProps, KindOfStep } from '../kind'
import { errorAt } from '../spot'
import type { StepOf } from '../step'

type Doing = NonNullable<StepOf<'typing'>['action']>

/** In the order of the menu; each has a text, or TypeScript complains. */
const DOINGS: Doing[] = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]

export const typing: KindOfStep<'typing'> = {
  icon: IconDots,
  group: 'answers',
  make: () => ({ type: 'typing' }),
  summary: (step, t) => t(`typing.doings.${step.action ?? 'typing'}`),
  Fields: TypingFields,
}

function TypingFields({ step, set, spot }: FieldsProps<'typing'>) {
  const { t } = useTranslation('steps')
  return (
    <NativeSelect
      label={t('typing.action')}
      disabled={spot.readOnly}
      value={step.action ?? 'typing'}
      error={errorAt(spot, 'action')}
      onChange={(event) => {
        const action = event.currentTarget.value as Doing
        set({ action: action === 'typing' ? undefined : action })
      }}
      data={DOINGS.map((value) => ({ value, label: t(`typing.doings.${value}`) }))}
    />
  )
}
