import './texts'
import { Button, Stack, Text } from '@mantine/core'
import { IconCompass, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '~/parts/page'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import { useMay, useMe } from '~/session/session'
import { FindingsCard } from './findings-card'
import { TemplateCards } from './template-cards'
import { showTour, useFirstTour } from './tour'
import { useIsEmpty } from './use-is-empty'
import { WeekCard } from './week-card'

/** How the bot is doing; where there is none yet, how to begin. */
export function Home() {
  const { t } = useTranslation('home')
  const me = useMe()
  const mayEdit = useMay('editor')
  const { isEmpty, error, refetch } = useIsEmpty()
  useFirstTour(isEmpty === true)
  return (
    <Page
      title={t('hello', { name: me.name })}
      actions={
        <Button
          variant="default"
          leftSection={<IconCompass size={16} aria-hidden />}
          onClick={() => void showTour()}
        >
          {t('tour')}
        </Button>
      }
    >
      <ProblemAlert error={error} retry={() => void refetch()} />
      {isEmpty === undefined && !error && <Waiting rows={3} height={110} />}
      {isEmpty === true && (
        <Stack align="flex-start">
          <Text>{t('empty')}</Text>
          {mayEdit && (
            <Button
              component={Link}
              to="/handlers/new"
              leftSection={<IconPlus size={16} aria-hidden />}
            >
              {t('scratch')}
            </Button>
          )}
        </Stack>
      )}
      {isEmpty === false && (
        <>
          <WeekCard />
          <FindingsCard />
        </>
      )}
      {isEmpty !== undefined && mayEdit && <TemplateCards />}
    </Page>
  )
}
