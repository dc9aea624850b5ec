import { Anchor, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/client'
import { KindBadge } from '~/interactions/kind-badge'
import { nameOfHandler } from '~/interactions/names'

export function TimelineLine({ one }: { one: Schemas['TimelineEntry'] }) {
  const { t, i18n } = useTranslation('people')
  const { t: named } = useTranslation('interactions')
  const { handler, button } = one
  const time = new Date(one.at).toLocaleTimeString(i18n.language)
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {time}
      </Text>
      <KindBadge kind={one.event} />
      {button && <Text size="sm">{button.label ?? button.callback_data}</Text>}
      {one.payload && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('timeline.quoted', { text: one.payload })}
        </Text>
      )}
      {handler?.deleted && (
        <Text size="sm" c="dimmed">
          {nameOfHandler(handler.id, handler, named)}
        </Text>
      )}
      {handler && !handler.deleted && (
        <Anchor component={Link} to={`/handlers/${handler.id}`} size="sm">
          {nameOfHandler(handler.id, handler, named)}
        </Anchor>
      )}
    </Group>
  )
}
