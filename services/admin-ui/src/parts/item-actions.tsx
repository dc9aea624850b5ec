import { ActionIcon, Group } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { asDisabled } from './as-disabled'

/** Moves and removes one item of a list in a form, without a mouse as well. */
export function ItemActions({
  name,
  isFirst,
  isLast,
  onMove,
  onRemove,
}: {
  /** Of the item, for who does not see where the buttons stand. */
  name: string
  isFirst: boolean
  isLast: boolean
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}) {
  const { t } = useTranslation()
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`${t('actions.moveUp')}: ${name}`}
        {...asDisabled(isFirst)}
        onClick={() => !isFirst && onMove(-1)}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`${t('actions.moveDown')}: ${name}`}
        {...asDisabled(isLast)}
        onClick={() => !isLast && onMove(1)}
      >
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="red"
        aria-label={`${t('actions.remove')}: ${name}`}
        data-removes
        onClick={onRemove}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </Group>
  )
}
