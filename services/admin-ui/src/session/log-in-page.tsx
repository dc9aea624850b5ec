import { Center, Group, Paper, Stack, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { LanguageChoice } from '~/shell/language-choice'
import { LogInForm } from './log-in-form'

export function LogInPage() {
  const { t } = useTranslation()
  useDocumentTitle(`${t('session.title')} · Botloom`)
  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper withBorder p="xl" radius="md" w="100%" maw={380}>
        <Stack>
          <Group justify="space-between">
            <Group gap="xs">
              <img src="/icon.svg" width={32} height={32} alt="" />
              <Title order={1} size="h3">
                {t('app')}
              </Title>
            </Group>
            <LanguageChoice />
          </Group>
          <LogInForm />
        </Stack>
      </Paper>
    </Center>
  )
}
