import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import { ProblemText } from './problem-text'

interface Offer {
  label: string
  run: () => void
}

const WITH_OFFER_MS = 12_000

/** Says that something is done, and may offer to undo it. */
export function showDone(message: string, offer?: Offer): void {
  const id = notifications.show({
    color: 'teal',
    closeButtonProps: closeButton(),
    autoClose: offer ? WITH_OFFER_MS : 4_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        {offer && (
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => {
              notifications.hide(id)
              offer.run()
            }}
          >
            {offer.label}
          </Button>
        )}
      </Group>
    ),
  })
}

/** For what has no place of its own on the screen; forms show a `ProblemAlert`. */
export function showProblem(error: unknown): void {
  notifications.show({
    color: 'red',
    closeButtonProps: closeButton(),
    autoClose: 12_000,
    message: <ProblemText error={error} />,
  })
}

function closeButton() {
  return { 'aria-label': i18next.t('actions.close') }
}
