import { closestCenter, DndContext, type DragEndEvent } from '@dnd-kit/core'
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keepsFocus } from '~/parts/keeps-focus'
import { showDone } from '~/parts/notices'
import { AddStep } from './add-step'
import { useDragging } from './dragging'
import { keyOf, useItemSpots, useKeys } from './keys'
import { kindOf } from './kinds'
import type { Spot } from './spot'
import { inserted, moved, removed, replaced, type Step, type StepKind } from './step'
import { StepCard } from './step-card'
import classes from './steps.module.css'

/** A list of steps, on its own or within a step. */
export function StepList({
  steps,
  onChange,
  spot,
}: {
  steps: readonly Step[]
  onChange: (steps: Step[]) => void
  spot: Spot
}) {
  const { t } = useTranslation(['steps', 'common'])
  const keys = useKeys(steps)
  const spots = useItemSpots(keys, spot)
  // What is undone later is undone in what there is then.
  const latest = useRef({ steps, onChange })
  useEffect(() => {
    latest.current = { steps, onChange }
  })
  const [fresh, setFresh] = useState<string | null>(null)
  const dragging = useDragging((key) => {
    const step = steps[keys.indexOf(String(key))]
    return { name: step ? t(`kinds.${step.type}.name`) : '', number: keys.indexOf(String(key)) + 1 }
  })

  function drop({ active, over }: DragEndEvent): void {
    if (over === null || over.id === active.id) return
    onChange(moved(steps, keys.indexOf(String(active.id)), keys.indexOf(String(over.id))))
  }

  function put(at: number, step: Step): void {
    setFresh(keyOf(step))
    onChange(inserted(steps, at, step))
  }

  function remove(at: number, step: Step): void {
    onChange(removed(steps, at))
    showDone(t('removed', { name: t(`kinds.${step.type}.name`) }), {
      label: t('common:actions.undo'),
      run: () => latest.current.onChange(inserted(latest.current.steps, at, step)),
    })
  }

  const wrong = spot.errorOf(spot.path)
  return (
    <Stack gap="xs" ref={keepsFocus}>
      <DndContext {...dragging} collisionDetection={closestCenter} onDragEnd={drop}>
        <SortableContext items={keys} strategy={verticalListSortingStrategy}>
          {steps.length > 0 && (
            <ol className={classes.list}>
              {steps.map((step, index) => {
                const key = keyOf(step)
                return (
                  <StepCard
                    key={key}
                    id={key}
                    step={step}
                    spot={spots[index] ?? spot}
                    isFirst={index === 0}
                    isLast={index === steps.length - 1}
                    isFresh={key === fresh}
                    onChange={(next) => onChange(replaced(steps, index, next))}
                    onMove={(by) => onChange(moved(steps, index, index + by))}
                    onCopy={() => put(index + 1, structuredClone(step))}
                    onRemove={() => remove(index, step)}
                  />
                )
              })}
            </ol>
          )}
        </SortableContext>
      </DndContext>
      {steps.length === 0 && spot.readOnly && (
        <Text size="sm" c="dimmed">
          {t('nothing')}
        </Text>
      )}
      {wrong && (
        <Text size="sm" c="red" role="alert">
          {wrong}
        </Text>
      )}
      {!spot.readOnly && (
        <AddStep onAdd={(kind: StepKind) => put(steps.length, kindOf(kind).make())} />
      )}
    </Stack>
  )
}
