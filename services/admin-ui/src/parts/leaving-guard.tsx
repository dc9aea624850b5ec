import { Button, Group, Modal, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Asks before a form is left that holds what is not saved. */
export function LeavingGuard({ when }: { when: boolean }) {
  const { t } = useTranslation()
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => when && current.pathname !== next.pathname,
    enableBeforeUnload: () => when,
    withResolver: true,
  })
  if (status !== 'blocked') return null
  return (
    <Modal opened onClose={reset} title={t('leaving.title')} centered>
      <Text>{t('leaving.text')}</Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={reset} data-autofocus>
          {t('leaving.stay')}
        </Button>
        <Button color="red" onClick={proceed}>
          {t('leaving.leave')}
        </Button>
      </Group>
    </Modal>
  )
}
