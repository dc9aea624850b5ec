import { Alert, Button, Code, Stack } from '@mantine/core'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'

/** In the place of a screen that has failed, or whose code can't be loaded. */
export function Broken({ error }: ErrorComponentProps) {
  const { t } = useTranslation()
  return (
    <Alert color="red" title={t('shell.broken')} role="alert">
      <Stack align="flex-start">
        <Code>{asProblem(error).message}</Code>
        <Button variant="default" onClick={() => window.location.reload()}>
          {t('shell.reload')}
        </Button>
      </Stack>
    </Alert>
  )
}
