import './texts'
import { List, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { keyOf } from './keys'
import type { Step } from './step'
import { StepSummary } from './step-summary'

/** What is done, to read. */
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
        </List.Item>
      ))}
    </List>
  )
}

/** The names of the steps, in a line. */
export function StepNames({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation('steps')
  return steps.map((step) => t(`kinds.${step.type}.name`)).join(' → ')
}
