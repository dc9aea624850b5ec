import { Alert, Button, Code, CopyButton, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** A secret at the one time that it is shown. */
export function SecretOnce({ title, secret }: { title: string; secret: string }) {
  const { t } = useTranslation()
  return (
    <Alert color="yellow" title={title} role="status">
      <Group>
        <Code>{secret}</Code>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="default" onClick={copy}>
              {t(copied ? 'actions.copied' : 'actions.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Alert>
  )
}
