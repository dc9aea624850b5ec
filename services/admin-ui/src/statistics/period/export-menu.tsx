import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { asQuery, type Period } from './period'

const FORMATS = ['csv', 'ndjson'] as const

/** The interactions themselves, as many as are kept of the period. */
export function ExportMenu({ period }: { period: Period }) {
  const { t } = useTranslation('statistics')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconDownload size={14} aria-hidden />}>
          {t('export.rows')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label maw={240} style={{ whiteSpace: 'normal' }}>
          {t('export.about')}
        </Menu.Label>
        {FORMATS.map((format) => (
          <Menu.Item key={format} component="a" href={addressOf(period, format)} download>
            {t(`export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function addressOf(period: Period, format: string): string {
  return `/api/v1/stats/export?${new URLSearchParams({ ...asQuery(period), format })}`
}
