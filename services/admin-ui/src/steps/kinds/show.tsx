import { IconCornerDownRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { HandlerChoice } from '~/handlers/handler-choice'
import { nameOf } from '~/resources/kinds'
import { useOne } from '~/resources/queries'
import type { FieldsProps, KindOfStep } from '../kind'
import { errorAt } from '../spot'
import type { StepOf } from '../step'

/** The number of no handler: none is chosen yet. */
const NONE = 0

export const show: KindOfStep<'show'> = {
  icon: IconCornerDownRight,
  group: 'answers',
  make: () => ({ type: 'show', handler_id: NONE }),
  Summary: Shown,
  Fields: ShowFields,
}

function Shown({ step }: { step: StepOf<'show'> }) {
  const { t } = useTranslation('steps')
  const { data } = useOne('handlers', step.handler_id || null)
  return data ? nameOf('handlers', data) : t('kinds.show.about')
}

function ShowFields({ step, set, spot }: FieldsProps<'show'>) {
  const { t } = useTranslation('steps')
  return (
    <HandlerChoice
      label={t('show.handler')}
      value={step.handler_id || null}
      onChange={(id) => set({ handler_id: id ?? NONE })}
      error={errorAt(spot, 'handler_id')}
      readOnly={spot.readOnly}
    />
  )
}
