import './texts'
import { ActionIcon, Group, Popover, Stack, Text, Title, Tooltip } from '@mantine/core'
import { IconEraser, IconUser } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Keys } from './message/keys'
import classes from './message/message.module.css'
import type { Key, Message } from './message/model'
import { asideOf } from './try/aside'
import { type Change, pressOf, type Said } from './try/asking'
import { Composer } from './try/composer'
import { chatAfter, type Turn } from './try/conversation'
import { PersonForm } from './try/person-form'
import own from './try/try-it.module.css'
import { TurnView } from './try/turn-view'
import { useConversation } from './try/use-conversation'

export type { Change } from './try/asking'

const NO_CHANGES: Change[] = []

/** A chat with the bot, as it would be with `changes`, which are not saved. */
export function TryIt({
  changes = NO_CHANGES,
  hint,
}: {
  changes?: Change[] | undefined
  hint?: ReactNode
}) {
  const { t } = useTranslation('chat')
  const [text, setText] = useState('')
  const [aside, setAside] = useState<string | null>(null)
  const { turns, person, setPerson, say, retry, clear } = useConversation(changes)
  const chat = chatAfter(turns)
  const log = useRef<HTMLDivElement>(null)
  const seen = JSON.stringify(turns.map(({ id, told }) => [id, told !== null]))
  useEffect(() => {
    if (seen) log.current?.scrollTo({ top: log.current.scrollHeight })
  }, [seen])

  async function write(said: Said, pressed: string | null = null): Promise<void> {
    setAside(null)
    if ('text' in said) setText('')
    const isAnswered = await say(said, pressed)
    // What was written is still there to be sent again.
    if (!isAnswered && 'text' in said) setText((now) => now || said.text)
  }

  function press(key: Key, under: Message | null, id: string | null = null): void {
    const said = pressOf(key, under)
    if (said) void write(said, id)
    setAside(asideOf(key, t))
  }

  async function writeAgain(turn: Turn): Promise<void> {
    const { said } = turn
    const isAnswered = await retry(turn)
    if (isAnswered && 'text' in said) setText((now) => (now === said.text ? '' : now))
  }

  return (
    <Stack component="section" gap="xs" aria-label={t('tryIt.title')}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} size="h5">
          {t('tryIt.title')}
        </Title>
        <Group gap={2} wrap="nowrap">
          <Popover width={310} position="bottom-end" withArrow shadow="md" trapFocus returnFocus>
            <Popover.Target>
              <Tooltip label={t('tryIt.person')}>
                <ActionIcon variant="subtle" color="gray" aria-label={t('tryIt.person')}>
                  <IconUser size={18} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </Popover.Target>
            <Popover.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
              <PersonForm person={person} onChange={setPerson} />
            </Popover.Dropdown>
          </Popover>
          <Tooltip label={t('tryIt.clear')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('tryIt.clear')}
              disabled={turns.length === 0}
              onClick={clear}
            >
              <IconEraser size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Group>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys, too */}
      <div ref={log} className={own.log} role="log" aria-label={t('tryIt.log')} tabIndex={0}>
        <div className={classes.wall}>
          {turns.length === 0 && <p className={classes.note}>{hint ?? t('tryIt.hint')}</p>}
          {chat.turns.map((shown) => (
            <TurnView
              key={shown.turn.id}
              shown={shown}
              onPress={press}
              onRetry={() => void writeAgain(shown.turn)}
            />
          ))}
          {chat.keyboard && (
            <div className={classes.keyboard}>
              <Keys
                rows={chat.keyboard.rows}
                name={t('preview.reply')}
                isReply
                onPress={(key) => press(key, null)}
              />
            </div>
          )}
          <p className={classes.note} role="status" hidden={aside === null}>
            {aside}
          </p>
        </div>
      </div>
      <Composer
        text={text}
        onType={setText}
        onSay={(said) => void write(said)}
        placeholder={chat.keyboard?.placeholder ?? null}
      />
      {turns.length > 0 && hint && (
        <Text size="xs" c="dimmed">
          {hint}
        </Text>
      )}
    </Stack>
  )
}
