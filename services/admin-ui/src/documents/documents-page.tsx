import '../changes/texts'
import { Button, Card, Group, Text, Title } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/parts/page'
import { CopyDocument } from './copy-document'
import { ImportCard } from './import-card'

const FORMATS = ['yaml', 'json'] as const

/** The configuration as one document, out and in. */
export function DocumentsPage() {
  const { t } = useTranslation(['changes', 'common'])
  return (
    <Page title={t('common:places.documents')} about={t('documents.about')}>
      <Card withBorder component="section" aria-labelledby="export">
        <Title order={2} size="h4" id="export">
          {t('documents.export')}
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          {t('documents.exportHelp')}
        </Text>
        <Group>
          {FORMATS.map((format) => (
            <Button
              key={format}
              component="a"
              href={`/api/v1/export?format=${format}`}
              download={`bot.${format}`}
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              {t('documents.download', { format: format.toUpperCase() })}
            </Button>
          ))}
          <CopyDocument />
        </Group>
      </Card>
      <ImportCard />
    </Page>
  )
}
