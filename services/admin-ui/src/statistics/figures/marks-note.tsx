import { Anchor, Button, Collapse, Group, List, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/client'
import { useFormat } from '~/parts/format'
import { useMarkText } from './use-mark-text'

const SHOWN = 50

/** Who changed what of the bot while the figures were counted; the lines of the chart, in words. */
export function MarksNote({ marks }: { marks: Schemas['Marks'] }) {
  const { t } = useTranslation('statistics')
  const [opened, { toggle }] = useDisclosure()
  const id = useId()
  const count = marks.items.length + marks.more
  if (count === 0) return null
  const Icon = opened ? IconChevronUp : IconChevronDown
  return (
    <>
      <Group mt="xs">
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={<Icon size={14} aria-hidden />}
          onClick={toggle}
          aria-expanded={opened}
          aria-controls={id}
        >
          {t('marks.count', { count })}
        </Button>
      </Group>
      <Collapse expanded={opened} id={id}>
        {opened && <Marks marks={marks} />}
      </Collapse>
    </>
  )
}

function Marks({ marks }: { marks: Schemas['Marks'] }) {
  const { t } = useTranslation('statistics')
  const { moment } = useFormat()
  const textOf = useMarkText()
  const newest = marks.items.toReversed().slice(0, SHOWN)
  const left = marks.items.length + marks.more - newest.length
  return (
    <>
      <List size="sm" spacing={4} mt="xs" listStyleType="none">
        {newest.map((mark) => (
          <List.Item key={mark.seq}>
            <Text span size="sm" c="dimmed">
              {moment(mark.at)}
            </Text>{' '}
            <Anchor
              component={Link}
              to="/history"
              search={{ entity: mark.entity, id: mark.entity_id } as never}
              size="sm"
              underline="always"
            >
              {textOf(mark)}
            </Anchor>{' '}
            <Anchor
              component={Link}
              to="/statistics/change"
              search={((old: object) => ({ ...old, seq: mark.seq })) as never}
              size="sm"
              underline="always"
              aria-label={t('marks.aroundOf', { what: textOf(mark) })}
            >
              {t('marks.around')}
            </Anchor>
          </List.Item>
        ))}
      </List>
      {left > 0 && (
        <Text size="sm" c="dimmed">
          {t('marks.more', { count: left })}
        </Text>
      )}
    </>
  )
}
