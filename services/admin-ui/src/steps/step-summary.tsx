import { useTranslation } from 'react-i18next'
import { kindOf } from './kinds'
import type { Step } from './step'

/** What a step does, in a line. */
export function StepSummary({ step }: { step: Step }) {
  const { t } = useTranslation('steps')
  const kind = kindOf(step.type)
  if (kind.Summary) return <kind.Summary step={step} />
  return kind.summary?.(step, t) || t(`kinds.${step.type}.about`)
}
