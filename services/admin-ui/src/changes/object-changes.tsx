import './texts'
import { Accordion, Anchor, Badge, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/client'
import { KIND_OF } from '~/resources/kinds'
import { FieldChanges } from './field-changes'

type Change = Pick<Schemas['ObjectChange'], 'entity' | 'name' | 'change' | 'fields'> & {
  id: number | null
}

const COLOURS = { created: 'teal', updated: 'blue', deleted: 'red' } as const

/** Things that are made, changed and deleted; each opens to show its fields. */
export function ObjectChanges({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation(['changes', 'common'])
  return (
    <Accordion variant="contained" multiple>
      {changes.map((one) => {
        const key = `${one.entity} ${one.id} ${one.name}`
        return (
          <Accordion.Item key={key} value={key}>
            <Accordion.Control>
              <Group gap="xs" wrap="nowrap">
                <Badge
                  variant="light"
                  color={COLOURS[one.change]}
                  c="var(--mantine-color-text)"
                  tt="none"
                  flex="none"
                >
                  {t(`kinds.${one.change}`)}
                </Badge>
                <Text size="sm" truncate>
                  {t(`common:entities.${one.entity}`)} {one.name}
                </Text>
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <FieldChanges fields={one.fields} />
              {one.id !== null && one.change !== 'deleted' && (
                <Anchor component={Link} to={`/${KIND_OF[one.entity]}/${one.id}`} size="sm">
                  {t('common:actions.open')}
                </Anchor>
              )}
            </Accordion.Panel>
          </Accordion.Item>
        )
      })}
    </Accordion>
  )
}
