import { ActionIcon, Group, Tooltip } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBlockquote,
  IconBold,
  IconCode,
  IconEyeOff,
  IconItalic,
  IconQuote,
  IconSourceCode,
  IconStrikethrough,
  IconUnderline,
} from '@tabler/icons-react'
import { type Editor, useEditorState } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import { EmojiButton } from '../emoji/emoji-button'
import { PlaceholderMenu } from '../placeholder-menu'
import { LinkButton } from './link-button'
import { isOn, SHORTCUTS, TOOLS, type Tool, toggle } from './tools'

const ICONS: Record<Tool, typeof IconBold> = {
  bold: IconBold,
  italic: IconItalic,
  underline: IconUnderline,
  strike: IconStrikethrough,
  spoiler: IconEyeOff,
  code: IconCode,
  pre: IconSourceCode,
  quote: IconQuote,
  foldedQuote: IconBlockquote,
}

export function Toolbar({ editor }: { editor: Editor }) {
  const { t } = useTranslation('chat')
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      on: TOOLS.filter((tool) => isOn(now, tool)),
      canUndo: now.can().undo(),
      canRedo: now.can().redo(),
    }),
  })
  const insert = (text: string) =>
    editor.chain().focus().insertContent({ type: 'text', text }).run()
  return (
    <Group gap={2} role="toolbar" aria-label={t('editor.toolbar')} p={4}>
      {TOOLS.map((tool) => {
        const Icon = ICONS[tool]
        const name = t(`editor.tools.${tool}`)
        const isPressed = state.on.includes(tool)
        return (
          <Tooltip key={tool} label={[name, SHORTCUTS[tool]].filter(Boolean).join(' · ')}>
            <ActionIcon
              variant={isPressed ? 'filled' : 'subtle'}
              color={isPressed ? 'blue' : 'gray'}
              aria-label={name}
              aria-pressed={isPressed}
              {...(SHORTCUTS[tool] ? { 'aria-keyshortcuts': ariaKeys(SHORTCUTS[tool]) } : {})}
              onClick={() => toggle(editor, tool)}
            >
              <Icon size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )
      })}
      <LinkButton editor={editor} />
      <EmojiButton onPick={insert} />
      <PlaceholderMenu onInsert={insert} />
      <Action
        name={t('editor.undo')}
        isOff={!state.canUndo}
        icon={IconArrowBackUp}
        run={() => editor.chain().focus().undo().run()}
      />
      <Action
        name={t('editor.redo')}
        isOff={!state.canRedo}
        icon={IconArrowForwardUp}
        run={() => editor.chain().focus().redo().run()}
      />
    </Group>
  )
}

function Action({
  name,
  icon: Icon,
  isOff,
  run,
}: {
  name: string
  icon: typeof IconBold
  isOff: boolean
  run: () => void
}) {
  return (
    <Tooltip label={name}>
      <ActionIcon variant="subtle" color="gray" aria-label={name} disabled={isOff} onClick={run}>
        <Icon size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}

function ariaKeys(shortcut: string): string {
  return shortcut.replace('Ctrl', 'Control')
}
