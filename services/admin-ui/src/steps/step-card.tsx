import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { ActionIcon, Text, ThemeIcon, UnstyledButton } from '@mantine/core'
import { useId } from '@mantine/hooks'
import { IconChevronDown, IconChevronUp, IconCopy, IconGripVertical } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ItemActions } from '~/parts/item-actions'
import { kindOf } from './kinds'
import type { Spot } from './spot'
import { patched, type Step } from './step'
import { StepSummary } from './step-summary'
import classes from './steps.module.css'

/** One step: what it is and does, and unfolded its fields. */
export function StepCard({
  id,
  step,
  spot,
  isFirst,
  isLast,
  isFresh,
  onChange,
  onMove,
  onCopy,
  onRemove,
}: {
  /** Its key among the others. */
  id: string
  step: Step
  spot: Spot
  isFirst: boolean
  isLast: boolean
  /** It was put here just now, and is filled in first. */
  isFresh: boolean
  onChange: (step: Step) => void
  onMove: (by: -1 | 1) => void
  onCopy: () => void
  onRemove: () => void
}) {
  const { t } = useTranslation(['steps', 'common'])
  const kind = kindOf(step.type)
  const name = t(`kinds.${step.type}.name`)
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, ...sorting } =
    useSortable({ id, attributes: { roleDescription: t('drag.role') } })
  const [isOpened, setOpened] = useState(isFresh)
  const bodyId = useId()
  const body = useRef<HTMLDivElement>(null)
  const wrong = spot.errorOf(spot.path)
  const isWrong = spot.errorOf(spot.path, true) !== undefined
  const isOpen = kind.Fields !== undefined && (isOpened || isWrong || spot.readOnly)

  useEffect(() => {
    if (isFresh) body.current?.querySelector<HTMLElement>('input, textarea, select')?.focus()
  }, [isFresh])

  const title = (
    <>
      <ThemeIcon variant="light" aria-hidden>
        <kind.icon size={18} />
      </ThemeIcon>
      <span className={classes.text}>
        <Text span size="sm" fw={500} display="block">
          {name}
        </Text>
        <Text span size="xs" c="dimmed" display="block" lineClamp={isOpen ? 4 : 2}>
          {isOpen ? t(`kinds.${step.type}.about`) : <StepSummary step={step} />}
        </Text>
      </span>
    </>
  )
  const Chevron = isOpen ? IconChevronUp : IconChevronDown

  return (
    <li
      ref={setNodeRef}
      data-item
      className={classes.card}
      data-dragged={sorting.isDragging || undefined}
      data-wrong={isWrong || undefined}
      style={{ transform: CSS.Translate.toString(transform), transition: sorting.transition }}
    >
      <div className={classes.head}>
        {!spot.readOnly && (
          <ActionIcon
            ref={setActivatorNodeRef}
            variant="subtle"
            color="gray"
            className={classes.handle}
            {...attributes}
            {...listeners}
            aria-label={t('drag.handle', { name })}
          >
            <IconGripVertical size={16} aria-hidden />
          </ActionIcon>
        )}
        {kind.Fields && !spot.readOnly ? (
          <UnstyledButton
            className={classes.name}
            aria-expanded={isOpen}
            aria-controls={bodyId}
            onClick={() => setOpened(!isOpen)}
          >
            {title}
            <Chevron size={16} aria-hidden style={{ marginInlineStart: 'auto', flexShrink: 0 }} />
          </UnstyledButton>
        ) : (
          <div className={classes.name}>{title}</div>
        )}
        {!spot.readOnly && (
          <>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${t('common:actions.copy')}: ${name}`}
              onClick={onCopy}
            >
              <IconCopy size={16} aria-hidden />
            </ActionIcon>
            <ItemActions
              name={name}
              isFirst={isFirst}
              isLast={isLast}
              onMove={onMove}
              onRemove={onRemove}
            />
          </>
        )}
      </div>
      {wrong && (
        <Text size="sm" c="red" px="sm" pb="xs" role="alert">
          {wrong}
        </Text>
      )}
      <div id={bodyId} ref={body}>
        {kind.Fields && isOpen && (
          <div className={classes.body}>
            <kind.Fields step={step} set={(part) => onChange(patched(step, part))} spot={spot} />
          </div>
        )}
      </div>
    </li>
  )
}
