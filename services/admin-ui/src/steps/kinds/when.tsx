import { IconArrowsSplit2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Branch } from '../branch'
import { type Condition, conditionsText, emptyCondition } from '../conditions/condition'
import { ConditionsEditor } from '../conditions/conditions-editor'
import type { FieldsProps, KindOfStep } from '../kind'
import { inside } from '../spot'

export const when: KindOfStep<'when'> = {
  icon: IconArrowsSplit2,
  group: 'order',
  make: () => ({ type: 'when', conditions: [emptyCondition('variable')] }),
  branches: (step) => [
    { title: (t) => t('when.holds'), steps: step.then },
    { title: (t) => t('when.otherwise'), steps: step.otherwise },
  ],
  summary: (step, t) =>
    // The schema of this list is wider than what the API takes.
    t('when.summary', {
      conditions: conditionsText(step.conditions as Condition[], step.match ?? 'all', t),
    }),
  Fields: WhenFields,
}

function WhenFields({ step, set, spot }: FieldsProps<'when'>) {
  const { t } = useTranslation('steps')
  return (
    <>
      <ConditionsEditor
        conditions={step.conditions as Condition[]}
        onChange={(conditions) => set({ conditions })}
        match={step.match ?? 'all'}
        onMatch={(match) => set({ match: match === 'all' ? undefined : match })}
        spot={inside(spot, 'conditions')}
      />
      <Branch
        title={t('when.holds')}
        steps={step.then ?? []}
        // biome-ignore lint/suspicious/noThenProperty: the API's name of it
        onChange={(then) => set({ then: then.length === 0 ? undefined : then })}
        spot={inside(spot, 'then')}
      />
      <Branch
        title={t('when.otherwise')}
        steps={step.otherwise ?? []}
        onChange={(otherwise) => set({ otherwise: otherwise.length === 0 ? undefined : otherwise })}
        spot={inside(spot, 'otherwise')}
      />
    </>
  )
}
