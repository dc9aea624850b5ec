import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FilledText } from '../fields/filled-text'
import { errorAt, type Spot } from '../spot'
import { patched } from '../step'
import { type Condition, type ConditionOf, OPERATORS, type Operator } from './condition'

/** How something is compared, and with what. */
export function Comparison({
  condition,
  onChange,
  spot,
}: {
  condition: ConditionOf<'variable'> | ConditionOf<'person'>
  onChange: (condition: Condition) => void
  spot: Spot
}) {
  const { t } = useTranslation('steps')
  const operator = condition.operator ?? 'equals'
  return (
    <>
      <NativeSelect
        label={t('conditions.operator')}
        disabled={spot.readOnly}
        value={operator}
        error={errorAt(spot, 'operator')}
        onChange={(event) => {
          const next = event.currentTarget.value as Operator
          onChange(
            patched(condition, {
              operator: next === 'equals' ? undefined : next,
              ...(next === 'is_set' ? { value: undefined } : {}),
            }),
          )
        }}
        data={OPERATORS.map((value) => ({ value, label: t(`conditions.operators.${value}`) }))}
      />
      {operator !== 'is_set' && (
        <FilledText
          label={t('conditions.value')}
          value={condition.value ?? ''}
          onChange={(value) => onChange(patched(condition, { value: value || undefined }))}
          error={errorAt(spot, 'value')}
          rows={1}
          spot={spot}
        />
      )}
    </>
  )
}
