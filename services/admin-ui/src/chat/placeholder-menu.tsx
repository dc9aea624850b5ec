import './texts'
import { ActionIcon, Menu, ScrollArea, Text, Tooltip } from '@mantine/core'
import { IconBraces } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** By what they tell of: the person, what was sent, the chat, the bot and the moment. */
const GROUPS = {
  person: ['first_name|friend', 'last_name', 'full_name', 'username', 'user_id', 'language'],
  sent: ['text', 'payload', '1'],
  variables: ['var.city|…'],
  chat: ['chat_title', 'chat_type', 'chat_id'],
  moment: ['date', 'time', 'datetime', 'weekday', 'time@Europe/Moscow'],
  bot: ['bot_name', 'bot_username'],
} as const
type Group = keyof typeof GROUPS

/** What is filled in for each person, explained. */
export function PlaceholderMenu({ onInsert }: { onInsert: (text: string) => void }) {
  const { t } = useTranslation('chat')
  return (
    <Menu width={320} position="bottom-end" withinPortal shadow="md" returnFocus={false}>
      <Menu.Target>
        <Tooltip label={t('placeholders.title')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('placeholders.title')}>
            <IconBraces size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Text size="xs" c="dimmed" p="xs">
          {t('placeholders.about')}
        </Text>
        <ScrollArea.Autosize mah={320} type="auto">
          {(Object.keys(GROUPS) as Group[]).map((group) => (
            <div key={group}>
              <Menu.Label>{t(`placeholders.groups.${group}`)}</Menu.Label>
              {GROUPS[group].map((form) => (
                <Menu.Item
                  key={form}
                  onClick={() => onInsert(written(form, t('placeholders.friend')))}
                >
                  <Text size="sm" ff="monospace">
                    {written(form, t('placeholders.friend'))}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {t(`placeholders.names.${keyOf(form)}`)}
                  </Text>
                </Menu.Item>
              ))}
            </div>
          ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  )
}

type Form = (typeof GROUPS)[Group][number]
type NameOf<F extends string> = F extends `${infer Name}|${string}`
  ? Name extends `var.${string}`
    ? 'var'
    : Name
  : F extends `time@${string}`
    ? 'zone'
    : F

function keyOf(form: Form): NameOf<Form> {
  if (form.includes('@')) return 'zone'
  return (form.startsWith('var.') ? 'var' : form.split('|')[0]) as NameOf<Form>
}

function written(form: Form, friend: string): string {
  return `{${form.replace('|friend', `|${friend}`)}}`
}
