import { Button, Code, Group, Paper, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '~/api/client'
import { useFormat } from '~/parts/format'
import { useMay } from '~/session/session'

/** Texts that are alike, with a handler that would take them. */
export function UnmatchedGroups({ groups }: { groups: Schemas['UnmatchedGroup'][] }) {
  const { t } = useTranslation('statistics')
  const { number, moment } = useFormat()
  const mayEdit = useMay('editor')
  return (
    <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {groups.map((group) => (
        <Paper key={group.examples.join('\n')} component="li" withBorder p="sm">
          <Group justify="space-between" align="flex-start" gap="xs">
            <Stack gap={2} miw={0}>
              {group.examples.map((example) => (
                <Text key={example} fw={500} style={{ overflowWrap: 'anywhere' }}>
                  {t('unmatched.quoted', { text: example })}
                </Text>
              ))}
              <Text size="sm" c="dimmed">
                {t('unmatched.times', { count: group.count, number: number(group.count) })} ·{' '}
                {t('funnel.people', { count: group.people, number: number(group.people) })} ·{' '}
                {t('unmatched.last', { at: moment(group.last_seen) })}
              </Text>
              {group.suggestion && (
                <Text size="sm" c="dimmed">
                  {t('unmatched.pattern')} <Code>{group.suggestion.pattern}</Code>
                </Text>
              )}
            </Stack>
            {mayEdit && group.suggestion && (
              <Button
                component={Link}
                to="/handlers/new"
                search={{ pattern: group.suggestion.pattern } as never}
                size="xs"
                variant="light"
                leftSection={<IconPlus size={14} aria-hidden />}
                aria-label={t('unmatched.makeOf', { text: group.examples[0] ?? '' })}
              >
                {t('unmatched.make')}
              </Button>
            )}
          </Group>
        </Paper>
      ))}
    </Stack>
  )
}
