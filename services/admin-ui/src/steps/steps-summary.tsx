import './texts'
import { List, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { keyOf } from './keys'
import { kindOf } from './kinds'
import type { Step } from './step'
import { StepSummary } from './step-summary'

/** What is done, to read, with the steps within others. */
export function StepsSummary({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation('steps')
  return (
    <List type="ordered" size="sm">
      {steps.map((step) => (
        <List.Item key={keyOf(step)}>
          {t(`kinds.${step.type}.name`)}
          <Text span size="xs" c="dimmed" display="block">
            <StepSummary step={step} />
          </Text>
          <Branches step={step} />
        </List.Item>
      ))}
    </List>
  )
}

function Branches({ step }: { step: Step }) {
  const { t } = useTranslation('steps')
  const branches = kindOf(step.type).branches?.(step) ?? []
  return branches.map(({ title, steps }, at) =>
    steps?.length ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a branch is nothing but its place
      <div key={at}>
        <Text size="xs">{title(t)}:</Text>
        <StepsSummary steps={steps} />
      </div>
    ) : null,
  )
}

/** The names of the steps, in a line. */
export function StepNames({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation('steps')
  return steps.map((step) => t(`kinds.${step.type}.name`)).join(' → ')
}
