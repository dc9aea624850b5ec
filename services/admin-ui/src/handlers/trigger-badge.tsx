import './texts'
import { Badge, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { readPattern, type Trigger } from './trigger'

/** A pattern in words: "Command /start". */
export function TriggerBadge({ pattern }: { pattern: string }) {
  const { t } = useTranslation('handlers')
  const trigger = readPattern(pattern)
  const words = wordsOf(trigger, pattern)
  return (
    <Group gap={6} wrap="nowrap" miw={0}>
      <Badge variant="light" color="gray" tt="none" flex="none" c="var(--mantine-color-text)">
        {t(`trigger.short.${trigger?.type ?? 'unknown'}`)}
      </Badge>
      <Text size="sm" truncate>
        {trigger?.type === 'content' || trigger?.type === 'occurrence'
          ? t(`trigger.kinds.${trigger.kind}`)
          : words}
      </Text>
    </Group>
  )
}

function wordsOf(trigger: Trigger | null, pattern: string): string {
  if (trigger === null || trigger.type === 'command') return pattern
  if (trigger.type === 'text') return trigger.text
  if (trigger.type === 'like') return trigger.glob
  return trigger.type === 'expression' ? trigger.source : ''
}
