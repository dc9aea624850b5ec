import { Button, Card, Group, Text, Title } from '@mantine/core'
import { IconChartBar, IconDownload, IconTable } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { downloadCsv } from './download'
import type { Sheet } from './sheet'
import { SheetTable } from './sheet-table'

/** A chart with its name; its numbers are a table on request, and a file. */
export function SheetCard({
  sheet,
  about,
  chart,
  isText = false,
  table,
  bucket,
  children,
}: {
  sheet: Sheet
  about?: ReactNode
  /** Without it the table stands alone. */
  chart?: ReactNode
  /** Whether the chart can be read as text. */
  isText?: boolean
  /** In the place of the plain table. */
  table?: ReactNode
  bucket?: (at: string) => string
  children?: ReactNode
}) {
  const { t } = useTranslation('statistics')
  const [asTable, setAsTable] = useState(false)
  const id = useId()
  const Icon = asTable ? IconChartBar : IconTable
  const title = sheet.title
  return (
    <Card withBorder component="section" aria-labelledby={id} p="md">
      <Group justify="space-between" mb="xs" gap="xs">
        <Title order={2} size="h5" id={id}>
          {title}
        </Title>
        <Group gap={6}>
          {chart && (
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<Icon size={14} aria-hidden />}
              onClick={() => setAsTable(!asTable)}
              aria-label={t(asTable ? 'chart.asChartOf' : 'chart.asTableOf', { title })}
            >
              {t(asTable ? 'chart.asChart' : 'chart.asTable')}
            </Button>
          )}
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
            onClick={() => downloadCsv(sheet)}
            aria-label={t('chart.csvOf', { title })}
          >
            CSV
          </Button>
        </Group>
      </Group>
      {about && (
        <Text size="sm" c="dimmed" mb="sm" component="div">
          {about}
        </Text>
      )}
      {chart && !asTable ? (
        <div {...(isText ? {} : { role: 'img', 'aria-label': t('chart.image', { title }) })}>
          {chart}
        </div>
      ) : (
        (table ?? <SheetTable sheet={sheet} bucket={bucket} />)
      )}
      {children}
    </Card>
  )
}
