import { Alert, Button, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { asProblem, type FieldProblem } from '~/api/problem'
import { ProblemText } from './problem-text'

/** A refusal, where it concerns a whole form or list. */
export function ProblemAlert({
  error,
  retry,
  shown,
}: {
  error: unknown
  retry?: (() => void) | undefined
  shown?: (one: FieldProblem) => boolean
}) {
  const { t } = useTranslation()
  if (!error) return null
  const passes = asProblem(error).passes
  return (
    <Alert
      role="alert"
      color={passes ? 'yellow' : 'red'}
      icon={<IconAlertTriangle aria-hidden />}
      variant="light"
    >
      <ProblemText error={error} {...(shown ? { shown } : {})} />
      {retry && (
        <Group mt="xs">
          <Button size="compact-sm" variant="default" onClick={() => retry()}>
            {t('actions.retry')}
          </Button>
        </Group>
      )}
    </Alert>
  )
}
