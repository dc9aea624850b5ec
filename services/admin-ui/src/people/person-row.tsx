import { Anchor, Badge, Checkbox, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/client'
import { nameOfPerson } from '~/interactions/names'
import { useFormat } from '~/parts/format'

export function PersonRow({
  one,
  isChosen = false,
  choose,
}: {
  one: Schemas['PersonView']
  isChosen?: boolean | undefined
  /** Without it nobody can be chosen. */
  choose?: ((isChosen: boolean) => void) | undefined
}) {
  const { t } = useTranslation('people')
  const { t: named } = useTranslation('interactions')
  const { moment } = useFormat()
  const name = nameOfPerson(one, named)
  return (
    <Group gap="sm" wrap="nowrap">
      {choose && (
        <Checkbox
          aria-label={t('choose', { name })}
          checked={isChosen}
          onChange={(event) => choose(event.currentTarget.checked)}
        />
      )}
      <div style={{ minWidth: 0, flex: 1 }}>
        <Group gap={6}>
          <Anchor component={Link} to={`/people/${one.user_id}`} fw={500}>
            {name}
          </Anchor>
          {one.username && (
            <Text size="sm" c="dimmed">
              @{one.username}
            </Text>
          )}
          {one.blocked_since && (
            <Badge color="red" variant="dot" tt="none">
              {t('blocked.true')}
            </Badge>
          )}
          {one.tags.map((tag) => (
            <Badge key={tag} variant="light" tt="none">
              {tag}
            </Badge>
          ))}
        </Group>
        <Text size="xs" c="dimmed">
          {t('lastSeen', { at: moment(one.last_seen) })}
          {one.language_code && ` · ${one.language_code}`}
          {one.source && ` · ${t('from', { source: one.source })}`}
        </Text>
      </div>
    </Group>
  )
}
