import { Text } from '@mantine/core'
import { useId } from '@mantine/hooks'
import type { Spot } from './spot'
import type { Step } from './step'
import { StepList } from './step-list'
import classes from './steps.module.css'

/** Steps within a step: what is done then. */
export function Branch({
  title,
  steps,
  onChange,
  spot,
}: {
  title: string
  steps: readonly Step[]
  onChange: (steps: Step[]) => void
  spot: Spot
}) {
  const id = useId()
  return (
    <section className={classes.branch} aria-labelledby={id}>
      <Text size="sm" fw={500} id={id} mb={4}>
        {title}
      </Text>
      <StepList steps={steps} onChange={onChange} spot={spot} />
    </section>
  )
}
