import { ActionIcon, Group, ScrollArea, Stack, Text, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '~/i18n'
import { EMOJI, type Emoji } from './emoji'
import { found } from './search'

export function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const { t } = useTranslation(['chat', 'common'])
  const [query, setQuery] = useState('')
  const search = useRef<HTMLInputElement>(null)
  // It is loaded when it is first opened, and comes after the focus was to go into it.
  useEffect(() => search.current?.focus({ preventScroll: true }), [])
  const groups = Object.entries(EMOJI).map(([name, all]) => ({
    name: name as keyof typeof EMOJI,
    items: found(all, query),
  }))
  const isEmpty = groups.every(({ items }) => items.length === 0)
  return (
    <Stack gap="xs">
      <TextInput
        ref={search}
        aria-label={t('emoji.search')}
        placeholder={t('emoji.search')}
        value={query}
        data-autofocus
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <ScrollArea.Autosize mah={260} type="auto">
        {groups.map(
          ({ name, items }) =>
            items.length > 0 && (
              <section key={name} aria-label={t(`emoji.groups.${name}`)}>
                <Text size="xs" c="dimmed" mt={4}>
                  {t(`emoji.groups.${name}`)}
                </Text>
                <Group gap={2}>
                  {items.map((one) => (
                    <ActionIcon
                      key={one[0]}
                      variant="subtle"
                      color="gray"
                      size="lg"
                      fz={20}
                      aria-label={nameOf(one)}
                      title={nameOf(one)}
                      onClick={() => onPick(one[0])}
                    >
                      {one[0]}
                    </ActionIcon>
                  ))}
                </Group>
              </section>
            ),
        )}
        {isEmpty && <Text size="sm">{t('common:states.notFound')}</Text>}
      </ScrollArea.Autosize>
    </Stack>
  )
}

function nameOf([, en, ru]: Emoji): string {
  return currentLanguage() === 'ru' ? ru : en
}
