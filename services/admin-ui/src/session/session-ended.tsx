import { Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { LogInForm } from './log-in-form'
import { useSession } from './session'

/** Asks for the log-in over whatever is on the screen, which stays as it is. */
export function SessionEnded() {
  const { t } = useTranslation()
  if (useSession().status !== 'expired') return null
  return (
    <Modal
      opened
      centered
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('session.expired')}
    >
      <Text size="sm" mb="md">
        {t('session.goOn')}
      </Text>
      <LogInForm />
    </Modal>
  )
}
