import { IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { durationText } from '../duration'
import { DurationField } from '../fields/duration-field'
import type { FieldsProps, KindOfStep } from '../kind'
import { errorAt } from '../spot'

export const wait: KindOfStep<'wait'> = {
  icon: IconClock,
  group: 'order',
  make: () => ({ type: 'wait', seconds: 60 }),
  summary: (step, t) => durationText(step.seconds, t),
  Fields: WaitFields,
}

function WaitFields({ step, set, spot }: FieldsProps<'wait'>) {
  const { t } = useTranslation('steps')
  return (
    <DurationField
      label={t('wait.seconds')}
      description={t('wait.secondsHelp')}
      value={step.seconds}
      onChange={(seconds) => set({ seconds })}
      error={errorAt(spot, 'seconds')}
      readOnly={spot.readOnly}
    />
  )
}
