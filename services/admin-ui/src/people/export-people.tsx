import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PeopleFilter } from './search'

const FORMATS = ['csv', 'ndjson'] as const

/** All whom the list shows. */
export function ExportPeople({ filter }: { filter: PeopleFilter }) {
  const { t } = useTranslation('people')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('export.people')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item key={format} component="a" href={addressOf(filter, format)} download>
            {t(`export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function addressOf(filter: PeopleFilter, format: string): string {
  const query = new URLSearchParams({ format })
  for (const [name, value] of Object.entries(filter)) query.set(name, String(value))
  return `/api/v1/people/export?${query}`
}
