import { Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { EmojiButton } from '../emoji/emoji-button'
import type { ParseMode } from '../markup/nodes'
import { PlaceholderMenu } from '../placeholder-menu'

const NONE = 'none'

/** For those who write Telegram's markup themselves. */
export function RawEditor({
  value,
  parseMode,
  onChange,
  label,
  describedBy,
  isInvalid,
  readOnly,
  isReadable,
}: {
  value: string
  parseMode: ParseMode
  onChange: (value: string, parseMode: ParseMode) => void
  label: string
  describedBy: string
  isInvalid: boolean
  readOnly: boolean
  /** The markup is right. */
  isReadable: boolean
}) {
  const { t } = useTranslation('chat')
  const area = useRef<HTMLTextAreaElement>(null)

  function insert(text: string) {
    const { selectionStart: start, selectionEnd: end } = area.current ?? {
      selectionStart: value.length,
      selectionEnd: value.length,
    }
    onChange(value.slice(0, start) + text + value.slice(end), parseMode)
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(start + text.length, start + text.length)
    })
  }

  return (
    <Stack gap={6}>
      <Group gap="xs" justify="space-between">
        <SegmentedControl
          size="xs"
          aria-label={t('editor.markup')}
          value={parseMode ?? NONE}
          readOnly={readOnly}
          onChange={(mode) => onChange(value, mode === NONE ? null : (mode as ParseMode))}
          data={[
            { value: 'HTML', label: 'HTML' },
            { value: 'MarkdownV2', label: 'MarkdownV2' },
            { value: NONE, label: t('editor.plain') },
          ]}
        />
        {!readOnly && (
          <Group gap={2}>
            <EmojiButton onPick={insert} />
            <PlaceholderMenu onInsert={insert} />
          </Group>
        )}
      </Group>
      {parseMode === 'MarkdownV2' && !readOnly && isReadable && (
        <Text size="xs" c="dimmed">
          {t('editor.markdown')}
        </Text>
      )}
      <Textarea
        ref={area}
        aria-label={label}
        aria-describedby={describedBy}
        error={isInvalid}
        readOnly={readOnly}
        autosize
        minRows={5}
        maxRows={18}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value, parseMode)}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
    </Stack>
  )
}
