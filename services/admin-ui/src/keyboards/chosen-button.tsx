import { ActionIcon, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconRowInsertBottom,
  IconRowInsertTop,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ButtonFieldset, INLINE_KINDS, REPLY_KINDS } from '~/buttons/button-fields'
import { Press, usePress } from '~/buttons/press'
import { useKeyboardsWith } from '~/buttons/uses'
import { HandlerChoice } from '~/handlers/handler-choice'
import { fieldText } from '~/parts/field-errors'
import type { Direction } from './layout'
import type { StagedButtons } from './staged-buttons'

const MOVES: { direction: Direction; icon: typeof IconArrowUp }[] = [
  { direction: 'left', icon: IconArrowLeft },
  { direction: 'right', icon: IconArrowRight },
  { direction: 'up', icon: IconArrowUp },
  { direction: 'down', icon: IconArrowDown },
  { direction: 'rowAbove', icon: IconRowInsertTop },
  { direction: 'rowBelow', icon: IconRowInsertBottom },
]

/** The chosen button of a keyboard: what it says and does, and where it goes. */
export function ChosenButton({
  id,
  keyboardId,
  buttons,
  isReply,
  placeError,
  onMove,
  onTakeOut,
}: {
  id: number
  /** The keyboard that is being built; null for a new one. */
  keyboardId: number | null
  buttons: StagedButtons
  isReply: boolean
  /** What the API says of its place in the layout. */
  placeError: string | undefined
  onMove: (direction: Direction) => void
  onTakeOut: () => void
}) {
  const { t } = useTranslation(['keyboards', 'buttons'])
  const common = useTranslation().t
  const others = useKeyboardsWith(id).keyboards.filter((one) => one.id !== keyboardId)
  const value = buttons.get(id)
  if (value === undefined) return null
  const isCallback = (value.kind ?? 'callback') === 'callback'
  return (
    <Paper data-item withBorder p="sm" component="section" aria-labelledby="chosen-button">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h5" id="chosen-button">
            {t('builder.chosen', { label: value.label })}
          </Title>
          <Group gap={4}>
            {MOVES.map(({ direction, icon: Icon }) => (
              <ActionIcon
                key={direction}
                variant="default"
                aria-label={t(`builder.${direction}`)}
                onClick={() => onMove(direction)}
              >
                <Icon size={16} aria-hidden />
              </ActionIcon>
            ))}
          </Group>
        </Group>
        {placeError && (
          <Text size="sm" c="red" role="alert">
            {placeError}
          </Text>
        )}
        {others.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('builder.shared', { count: others.length })}
          </Text>
        )}
        <ButtonFieldset
          value={value}
          onChange={(part) => buttons.change(id, part)}
          kinds={isReply ? REPLY_KINDS : INLINE_KINDS}
          errorOf={(field) => {
            const found = buttons.errorOf(id, field)
            return found && fieldText(found, common)
          }}
        />
        {isCallback && <WhatItShows id={id} buttons={buttons} data={value.data} />}
        <Button data-removes variant="default" c="red" onClick={onTakeOut}>
          {t('builder.takeOut')}
        </Button>
      </Stack>
    </Paper>
  )
}

/** Which answer a press shows: a callback's that there is, or one that is made for it here. */
function WhatItShows({
  id,
  buttons,
  data,
}: {
  id: number
  buttons: StagedButtons
  data: string | null | undefined
}) {
  const { t } = useTranslation('buttons')
  const { data: winner } = usePress(data)
  if (data && winner) return <Press data={data} />
  return (
    <HandlerChoice
      label={t('press.shows')}
      description={t('press.showsHelp')}
      value={buttons.shows(id)}
      onChange={(handlerId) => {
        buttons.setShows(id, handlerId)
        if (handlerId !== null && !data) buttons.change(id, { data: `show:${handlerId}` })
      }}
    />
  )
}
