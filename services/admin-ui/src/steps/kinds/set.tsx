import { NumberInput, SegmentedControl } from '@mantine/core'
import { IconVariable } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FilledText } from '../fields/filled-text'
import { VariableField } from '../fields/variable-field'
import type { FieldsProps, KindOfStep } from '../kind'
import { errorAt } from '../spot'
import type { StepOf } from '../step'

/** The API's, of a variable. */
const VALUE_MAX = 1024

export const setVariable: KindOfStep<'set'> = {
  icon: IconVariable,
  group: 'dialogue',
  make: () => ({ type: 'set', variable: '', value: '' }),
  variables: (step) => [step.variable],
  summary: (step, t) =>
    t(`set.summary.${wayOf(step)}`, {
      name: step.variable || '…',
      value: step.value ?? '',
      add: step.add ?? 0,
    }),
  Fields: SetFields,
}

type Way = 'value' | 'add' | 'forget'

function wayOf(step: StepOf<'set'>): Way {
  if (typeof step.add === 'number') return 'add'
  return step.value === undefined ? 'forget' : 'value'
}

/** `value` left out forgets the variable, like an empty one; an empty one is not filled in yet. */
const PARTS = {
  value: { value: '', add: undefined },
  add: { value: undefined, add: 1 },
  forget: { value: undefined, add: undefined },
} as const

function SetFields({ step, set, spot }: FieldsProps<'set'>) {
  const { t } = useTranslation('steps')
  const way = wayOf(step)
  return (
    <>
      <VariableField
        label={t('set.variable')}
        value={step.variable}
        onChange={(variable) => set({ variable })}
        spot={spot}
      />
      <SegmentedControl
        aria-label={t('set.way')}
        readOnly={spot.readOnly}
        value={way}
        onChange={(next) => set(PARTS[next as Way])}
        data={(['value', 'add', 'forget'] as const).map((value) => ({
          value,
          label: t(`set.ways.${value}`),
        }))}
      />
      {way === 'value' && (
        <FilledText
          label={t('set.value')}
          description={t('set.valueHelp')}
          value={step.value ?? ''}
          onChange={(value) => set({ value })}
          error={errorAt(spot, 'value')}
          most={VALUE_MAX}
          rows={1}
          spot={spot}
        />
      )}
      {way === 'add' && (
        <NumberInput
          label={t('set.add')}
          description={t('set.addHelp')}
          readOnly={spot.readOnly}
          value={step.add ?? 0}
          error={errorAt(spot, 'add')}
          onChange={(add) => set({ add: Number(add) || 0 })}
        />
      )}
    </>
  )
}
