import { Alert, Button, Group, Radio, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ShownValue } from '~/changes/shown-value'
import { useFormat } from '~/parts/format'
import { fieldsOf } from '../fields'
import type { Fields, Kind } from '../kinds'
import { type Conflict, disputed, merged, type Side } from './merging'
import { useLastChange } from './use-last-change'

/**
 * Shows both versions of what two people changed at once, and lets this one choose. What only one of
 * them changed is joined without a question.
 */
export function ConflictPanel<K extends Kind>({
  kind,
  conflict,
  fieldName,
  show = plain,
  settle,
}: {
  kind: K
  conflict: Conflict<K>
  fieldName: (field: string) => string
  /** How a value of a field looks. */
  show?: (field: string, value: unknown) => ReactNode
  settle: (agreed: Fields<K>) => void
}) {
  const { t } = useTranslation()
  const { moment } = useFormat()
  const author = useLastChange(kind, conflict.theirs)
  const [choices, setChoices] = useState<Record<string, Side>>({})
  const fields = disputed(kind, conflict)
  const mine = conflict.mine as unknown as Record<string, unknown>
  const theirs = fieldsOf(kind, conflict.theirs) as unknown as Record<string, unknown>
  return (
    <Alert
      role="alert"
      color="yellow"
      icon={<IconUsers aria-hidden />}
      title={t('problems.precondition_failed')}
    >
      <Stack>
        <Text size="sm">
          {author && `${t('conflict.by', { name: author.name, at: moment(author.at) })} `}
          {fields.length === 0 ? t('conflict.joined') : t('conflict.choose')}
        </Text>
        {fields.map((field) => (
          <Radio.Group
            key={field}
            label={fieldName(field)}
            value={choices[field] ?? 'mine'}
            onChange={(side) => setChoices({ ...choices, [field]: side as Side })}
          >
            <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs">
              {(['mine', 'theirs'] as const).map((side) => (
                <Stack key={side} gap={4}>
                  <Radio value={side} label={t(`conflict.${side}`)} />
                  {show(field, (side === 'mine' ? mine : theirs)[field])}
                </Stack>
              ))}
            </SimpleGrid>
          </Radio.Group>
        ))}
        <Group>
          <Button onClick={() => settle(merged(kind, conflict, choices))}>
            {t('conflict.goOn')}
          </Button>
          <Button variant="default" onClick={() => settle(fieldsOf(kind, conflict.theirs))}>
            {t('conflict.takeTheirs')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}

function plain(field: string, value: unknown): ReactNode {
  return <ShownValue path={field} value={value} />
}
