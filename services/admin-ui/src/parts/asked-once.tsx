import { Alert, Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useUnfolded } from './use-unfolded'

/** A button for what can't be undone: it asks, in its place, before it acts. */
export function AskedOnce({
  label,
  question,
  name,
  isBusy,
  onSure,
  problem,
}: {
  label: string
  question: string
  /** Of the button, where its label says too little. */
  name?: string
  isBusy: boolean
  onSure: () => void
  problem?: ReactNode
}) {
  const { t } = useTranslation()
  const { isOpen, close, opener } = useUnfolded()
  if (!isOpen) {
    return (
      <Button
        data-removes
        size="compact-sm"
        variant="default"
        c="red"
        {...opener}
        aria-label={name}
      >
        {label}
      </Button>
    )
  }
  return (
    <Alert color="red" title={question} role="alert">
      {problem}
      <Group gap="xs">
        <Button size="compact-sm" color="red" loading={isBusy} onClick={onSure}>
          {label}
        </Button>
        <Button size="compact-sm" variant="default" onClick={close} autoFocus>
          {t('actions.cancel')}
        </Button>
      </Group>
    </Alert>
  )
}
