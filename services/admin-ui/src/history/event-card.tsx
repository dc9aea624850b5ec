import { Accordion, Badge, Button, Group, Stack, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { FieldChanges } from '~/changes/field-changes'
import { useFormat } from '~/parts/format'
import { useMay } from '~/session/session'
import type { Event } from './use-events'

export type Wish = 'restore-one' | 'restore-all' | 'compare' | 'compare-until'

const COLOURS: Record<string, string> = { created: 'teal', updated: 'blue', deleted: 'red' }

/** One change: what, whose, when; opened, the fields, and the ways back. */
export function EventCard({
  event,
  isComparing,
  onWish,
}: {
  event: Event
  /** Whether another moment was chosen, which this one can be compared with. */
  isComparing: boolean
  onWish: (wish: Wish) => void
}) {
  const { t } = useTranslation(['changes', 'common'])
  const { moment } = useFormat()
  const mayEdit = useMay('editor')
  const kind = (event.type.split('.')[1] ?? 'updated') as 'created' | 'updated' | 'deleted'
  const cause = causeText(event.cause, t)
  return (
    <Accordion.Item value={String(event.seq)}>
      <Accordion.Control>
        <Group gap="xs" wrap="nowrap">
          <Badge
            variant="light"
            color={COLOURS[kind] ?? 'gray'}
            c="var(--mantine-color-text)"
            tt="none"
            flex="none"
          >
            {t(`kinds.${kind}`)}
          </Badge>
          <div style={{ minWidth: 0 }}>
            <Text size="sm" truncate>
              {t(`common:entities.${event.entity}`)} {event.name}
            </Text>
            <Text size="xs" c="dimmed">
              {t('history.by', { name: event.actor_name, at: moment(event.occurred_at) })}
              {cause && ` · ${cause}`}
            </Text>
          </div>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Stack gap="sm">
          <FieldChanges fields={event.changes} />
          <Group gap="xs">
            {mayEdit && (
              <>
                <Button size="compact-sm" variant="default" onClick={() => onWish('restore-one')}>
                  {t('history.restoreOne')}
                </Button>
                <Button size="compact-sm" variant="default" onClick={() => onWish('restore-all')}>
                  {t('history.restoreAll')}
                </Button>
              </>
            )}
            <Button size="compact-sm" variant="default" onClick={() => onWish('compare')}>
              {t('history.compare')}
            </Button>
            {isComparing && (
              <Button size="compact-sm" variant="light" onClick={() => onWish('compare-until')}>
                {t('history.compareUntil')}
              </Button>
            )}
          </Group>
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  )
}

/** Of which larger act it was a part. */
function causeText(cause: string | null, t: TFunction<'changes'>): string {
  if (cause === null) return ''
  const [kind = '', ...rest] = cause.split(':')
  return t(`history.causes.${kind as 'bulk'}`, {
    seq: rest.join(':'),
    name: rest.join(':'),
    defaultValue: cause,
  })
}
