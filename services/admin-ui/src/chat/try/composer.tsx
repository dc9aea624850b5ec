import { ActionIcon, Group, Menu, ScrollArea, TextInput } from '@mantine/core'
import { IconPlus, IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CONTENT_KINDS } from '~/handlers/trigger'
import type { Occurrence, Said } from './asking'

const OCCURRENCES: readonly Occurrence[] = [
  'new_member',
  'left_member',
  'blocked',
  'unblocked',
  'join_request',
]

export function Composer({
  text,
  onType,
  onSay,
  placeholder,
}: {
  text: string
  onType: (text: string) => void
  onSay: (said: Said) => void
  placeholder: string | null
}) {
  const { t } = useTranslation('chat')
  const send = () => {
    if (text.trim()) onSay({ text })
  }
  return (
    <Group gap={6} wrap="nowrap">
      <Menu position="top-start" withinPortal shadow="md">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('tryIt.more')}>
            <IconPlus size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <ScrollArea.Autosize mah={320} type="auto">
            <Menu.Label>{t('tryIt.kindsLabel')}</Menu.Label>
            {CONTENT_KINDS.map((kind) => (
              <Menu.Item key={kind} onClick={() => onSay({ kind })}>
                {t(`tryIt.kinds.${kind}`)}
              </Menu.Item>
            ))}
            <Menu.Label>{t('tryIt.eventsLabel')}</Menu.Label>
            {OCCURRENCES.map((event) => (
              <Menu.Item key={event} onClick={() => onSay({ event })}>
                {t(`tryIt.events.${event}`)}
              </Menu.Item>
            ))}
          </ScrollArea.Autosize>
        </Menu.Dropdown>
      </Menu>
      <TextInput
        flex={1}
        aria-label={t('tryIt.write')}
        placeholder={placeholder ?? t('tryIt.placeholder')}
        maxLength={4096}
        value={text}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter would save the form that this stands beside.
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          send()
        }}
      />
      <ActionIcon size="lg" aria-label={t('tryIt.send')} onClick={send}>
        <IconSend size={18} aria-hidden />
      </ActionIcon>
    </Group>
  )
}
