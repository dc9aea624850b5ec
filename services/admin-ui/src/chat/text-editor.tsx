import './texts'
import { Button, Group, Input, Stack, Text } from '@mantine/core'
import { IconCode, IconTypography } from '@tabler/icons-react'
import { lazy, Suspense, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Waiting } from '~/parts/waiting'
import { RawEditor } from './editor/raw-editor'
import { LengthHint } from './length-hint'
import type { ParseMode } from './markup/nodes'
import { readMarkup } from './markup/read'
import { writeHtml } from './markup/write-html'

const RichEditor = lazy(() =>
  import('./editor/rich-editor').then((module) => ({ default: module.RichEditor })),
)

/**
 * A message's text. Who writes it sees formatting and no markup, but may write the markup. A text is
 * null where there is none.
 */
export function TextEditor({
  value,
  parseMode,
  onChange,
  error,
  readOnly = false,
  hasMedia = false,
  label,
}: {
  value: string | null
  parseMode: ParseMode
  onChange: (value: string | null, parseMode: ParseMode) => void
  error?: string | undefined
  readOnly?: boolean
  /** The text is the caption of media. */
  hasMedia?: boolean
  label?: string
}) {
  const { t } = useTranslation('chat')
  const descriptionId = useId()
  const text = value ?? ''
  const nodes = readMarkup(text, parseMode)
  const canBeRich = parseMode === 'HTML' && nodes !== null
  const [wantsRaw, setWantsRaw] = useState(false)
  const isRaw = wantsRaw || !(canBeRich || (text === '' && !readOnly))
  const name = label ?? t('editor.label')

  function change(next: string, mode: ParseMode) {
    onChange(next === '' ? null : next, mode)
  }

  function goRich() {
    setWantsRaw(false)
    if (parseMode !== 'HTML' && nodes) change(writeHtml(nodes), 'HTML')
  }

  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="xs">
        <Input.Label component="span">{name}</Input.Label>
        {!readOnly && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={
              isRaw ? <IconTypography size={14} aria-hidden /> : <IconCode size={14} aria-hidden />
            }
            disabled={isRaw && nodes === null}
            onClick={() => (isRaw ? goRich() : setWantsRaw(true))}
          >
            {isRaw ? t('editor.goRich') : t('editor.goRaw')}
          </Button>
        )}
      </Group>
      {isRaw && (
        <RawEditor
          value={text}
          parseMode={parseMode}
          onChange={(next, mode) => {
            // An empty text would else be taken for the other editor's.
            setWantsRaw(true)
            change(next, mode)
          }}
          label={name}
          describedBy={descriptionId}
          isInvalid={error !== undefined}
          readOnly={readOnly}
          isReadable={nodes !== null}
        />
      )}
      {!isRaw && (
        <Suspense fallback={<Waiting rows={1} height={170} />}>
          <RichEditor
            value={text}
            onChange={(next) => change(next, 'HTML')}
            label={name}
            describedBy={descriptionId}
            isInvalid={error !== undefined}
            readOnly={readOnly}
          />
        </Suspense>
      )}
      <div id={descriptionId}>
        {error && <Input.Error style={{ whiteSpace: 'pre-line' }}>{error}</Input.Error>}
        {nodes === null && (
          <Text size="xs" c="dimmed">
            {t('editor.unreadable')}
          </Text>
        )}
        <LengthHint nodes={nodes ?? [text]} hasMedia={hasMedia} />
      </div>
    </Stack>
  )
}
