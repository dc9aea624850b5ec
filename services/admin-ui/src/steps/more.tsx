import { Button, Collapse } from '@mantine/core'
import { useId } from '@mantine/hooks'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorAt, type Spot } from './spot'
import type { Step } from './step'

/** Fields that few need: folded away while they have their defaults. */
export function More({
  fields,
  step,
  spot,
  children,
}: {
  fields: readonly string[]
  step: Step
  spot: Spot
  children: ReactNode
}) {
  const { t } = useTranslation('steps')
  const id = useId()
  const [isOpened, setOpened] = useState(() => fields.some((field) => field in step))
  const isOpen =
    isOpened || spot.readOnly || fields.some((field) => errorAt(spot, field, true) !== undefined)
  const Chevron = isOpen ? IconChevronUp : IconChevronDown
  return (
    <div>
      {!spot.readOnly && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={isOpen}
          aria-controls={id}
          rightSection={<Chevron size={14} aria-hidden />}
          onClick={() => setOpened(!isOpen)}
        >
          {t('more')}
        </Button>
      )}
      <Collapse expanded={isOpen} id={id} pt="xs">
        {children}
      </Collapse>
    </div>
  )
}
