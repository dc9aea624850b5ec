import { useDraggable, useDroppable } from '@dnd-kit/core'
import { UnstyledButton } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonFace } from '~/buttons/button-face'
import type { Fields } from '~/resources/kinds'
import classes from './builder.module.css'
import type { Spot } from './layout'

/** One button of the keyboard that is being built. */
export function BuilderKey({
  spot,
  button,
  isChosen,
  isWrong,
  readOnly,
  onChoose,
  onKeyDown,
}: {
  spot: Spot
  /** Undefined where it was deleted. */
  button: Fields<'buttons'> | undefined
  isChosen: boolean
  isWrong: boolean
  readOnly: boolean
  onChoose: () => void
  onKeyDown: (event: KeyboardEvent) => void
}) {
  const { t } = useTranslation('keyboards')
  const id = `key ${spot.row} ${spot.place}`
  const drag = useDraggable({ id, data: spot, disabled: readOnly })
  const drop = useDroppable({ id, data: spot })
  return (
    <UnstyledButton
      ref={(element: HTMLButtonElement | null) => {
        drag.setNodeRef(element)
        drop.setNodeRef(element)
      }}
      {...drag.listeners}
      data-key
      data-chosen={isChosen || undefined}
      data-over={(drop.isOver && !drag.isDragging) || undefined}
      data-wrong={isWrong || undefined}
      data-dragged={drag.isDragging || undefined}
      className={classes.key}
      aria-pressed={isChosen}
      aria-invalid={isWrong || undefined}
      onClick={onChoose}
      onKeyDown={onKeyDown}
    >
      <ButtonFace {...(button ?? { label: t('builder.gone') })} />
    </UnstyledButton>
  )
}
