import './texts'
import {
  type Active,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  PointerSensor,
  pointerWithin,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { ActionIcon, Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonFace } from '~/buttons/button-face'
import classes from './builder.module.css'
import { BuilderKey } from './builder-key'
import { at, type Direction, find, type Layout, move, moveToRow, type Spot, step } from './layout'
import type { StagedButtons } from './staged-buttons'

const DIRECTIONS: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

function directionOf(event: KeyboardEvent): Direction | undefined {
  const direction = DIRECTIONS[event.key]
  if (event.shiftKey && direction === 'up') return 'rowAbove'
  if (event.shiftKey && direction === 'down') return 'rowBelow'
  return direction
}

/** The keyboard as it looks, to move its buttons about: by dragging, or by Alt and the arrow keys. */
export function Builder({
  layout,
  onChange,
  buttons,
  chosen,
  onChoose,
  onAdd,
  isWrong,
  readOnly,
}: {
  layout: Layout
  onChange: (layout: Layout) => void
  buttons: StagedButtons
  chosen: Spot | null
  onChoose: (spot: Spot | null) => void
  onAdd: (spot: Spot) => void
  isWrong: (spot: Spot) => boolean
  readOnly: boolean
}) {
  const { t } = useTranslation('keyboards')
  const [dragged, setDragged] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const keyboard = useRef<HTMLDivElement>(null)
  const keepsFocus = useRef(false)
  // The element it had may be gone with its row.
  useEffect(() => {
    if (!keepsFocus.current) return
    keepsFocus.current = false
    keyboard.current?.querySelector<HTMLElement>('[data-chosen]')?.focus()
  })
  // A short way, so that a press still chooses.
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }))
  const labelOf = (id: number | undefined) =>
    (id === undefined ? undefined : buttons.get(id)?.label) ?? t('builder.gone')

  const labelAt = (active: Active) => labelOf(at(layout, active.data.current as Spot))

  function take(next: Layout, id: number | undefined): void {
    if (next === layout || id === undefined) return
    onChange(next)
    const spot = find(next, id)
    onChoose(spot)
    if (spot) {
      setSaid(t('builder.moved', { label: labelOf(id), row: spot.row + 1, place: spot.place + 1 }))
    }
  }

  function drop({ active, over }: DragEndEvent): void {
    setDragged(null)
    const from = active.data.current as Spot
    const to = over?.data.current as (Spot | { newRow: number }) | undefined
    if (to === undefined) return
    const id = at(layout, from)
    take('newRow' in to ? moveToRow(layout, from, to.newRow) : move(layout, from, to), id)
  }

  function press(event: KeyboardEvent, spot: Spot): void {
    const direction = event.altKey ? directionOf(event) : undefined
    if (direction === undefined || readOnly) return
    event.preventDefault()
    keepsFocus.current = true
    take(step(layout, spot, direction), at(layout, spot))
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      accessibility={{
        screenReaderInstructions: { draggable: t('builder.help') },
        announcements: {
          onDragStart: ({ active }) => t('builder.lifted', { label: labelAt(active) }),
          onDragOver: () => undefined,
          // Where it went is said by `said`, as after the arrow keys.
          onDragEnd: () => undefined,
          onDragCancel: ({ active }) => t('builder.back', { label: labelAt(active) }),
        },
      }}
      onDragStart={({ active }) => setDragged(at(layout, active.data.current as Spot) ?? null)}
      onDragEnd={drop}
      onDragCancel={() => setDragged(null)}
    >
      <Stack
        ref={keyboard}
        gap={0}
        role="group"
        aria-label={t('builder.label')}
        className={classes.keyboard}
      >
        {layout.map((row, rowAt) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place
          <div key={rowAt}>
            <NewRow at={rowAt} isActive={dragged !== null} />
            <Group gap={4} wrap="nowrap">
              <Group gap={4} grow wrap="nowrap" flex={1} preventGrowOverflow={false} miw={0}>
                {row.map((id, place) => (
                  <BuilderKey
                    // biome-ignore lint/suspicious/noArrayIndexKey: a button can stand there twice
                    key={place}
                    spot={{ row: rowAt, place }}
                    button={buttons.get(id)}
                    isChosen={chosen?.row === rowAt && chosen.place === place}
                    isWrong={isWrong({ row: rowAt, place })}
                    readOnly={readOnly}
                    onChoose={() => onChoose({ row: rowAt, place })}
                    onKeyDown={(event) => press(event, { row: rowAt, place })}
                  />
                ))}
              </Group>
              {!readOnly && (
                <RowEnd row={rowAt} length={row.length}>
                  <ActionIcon
                    variant="subtle"
                    aria-label={t('builder.addHere', { row: rowAt + 1 })}
                    onClick={() => onAdd({ row: rowAt, place: row.length })}
                  >
                    <IconPlus size={16} aria-hidden />
                  </ActionIcon>
                </RowEnd>
              )}
            </Group>
          </div>
        ))}
        <NewRow at={layout.length} isActive={dragged !== null} />
        {layout.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('builder.empty')}
          </Text>
        )}
        {!readOnly && (
          <Button
            data-focus-else
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onAdd({ row: layout.length, place: 0 })}
          >
            {t('builder.addRow')}
          </Button>
        )}
      </Stack>
      <VisuallyHidden aria-live="polite">{said}</VisuallyHidden>
      <DragOverlay>
        {dragged !== null && (
          <ButtonFace {...(buttons.get(dragged) ?? { label: t('builder.gone') })} />
        )}
      </DragOverlay>
    </DndContext>
  )
}

/** Between two rows: what is dropped here gets a row of its own. */
function NewRow({ at: newRow, isActive }: { at: number; isActive: boolean }) {
  const { setNodeRef, isOver } = useDroppable({ id: `row ${newRow}`, data: { newRow } })
  return (
    <div
      ref={setNodeRef}
      className={classes.between}
      data-active={isActive || undefined}
      data-over={isOver || undefined}
    />
  )
}

/** Behind the last button of a row. */
function RowEnd({
  row,
  length,
  children,
}: {
  row: number
  length: number
  children: React.ReactNode
}) {
  const { setNodeRef, isOver } = useDroppable({
    id: `end ${row}`,
    data: { row, place: length } satisfies Spot,
  })
  return (
    <div ref={setNodeRef} className={classes.end} data-over={isOver || undefined}>
      {children}
    </div>
  )
}
