import { ActionIcon, Button, Group, Popover, TextInput, Tooltip } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { type Editor, useEditorState } from '@tiptap/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Makes a link of what is selected, or changes the one that the cursor stands in. */
export function LinkButton({ editor }: { editor: Editor }) {
  const { t } = useTranslation('chat')
  const [isOpen, setOpen] = useState(false)
  const [address, setAddress] = useState('')
  const isLink = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('link') })

  function open() {
    setAddress(editor.getAttributes('link').href ?? '')
    setOpen((was) => !was)
  }

  function apply(href: string) {
    const chain = editor.chain().focus().extendMarkRange('link')
    const { empty } = editor.state.selection
    if (!href) chain.unsetMark('link').run()
    else if (empty && !isLink) {
      const marks = [{ type: 'link', attrs: { href } }]
      chain.insertContent({ type: 'text', text: href, marks }).run()
    } else chain.setMark('link', { href }).run()
    setOpen(false)
  }

  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      trapFocus
      returnFocus
      width={300}
      withArrow
      shadow="md"
    >
      <Popover.Target>
        <Tooltip label={t('editor.link')}>
          <ActionIcon
            variant={isLink ? 'filled' : 'subtle'}
            color={isLink ? 'blue' : 'gray'}
            aria-label={t('editor.link')}
            aria-pressed={isLink}
            onClick={open}
          >
            <IconLink size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          label={t('editor.address')}
          placeholder="https://example.org"
          value={address}
          data-autofocus
          onChange={(event) => setAddress(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Enter would send the form that the editor stands in.
            if (event.key !== 'Enter') return
            event.preventDefault()
            apply(address.trim())
          }}
        />
        <Group justify="flex-end" mt="xs">
          {isLink && (
            <Button size="compact-sm" variant="default" onClick={() => apply('')}>
              {t('editor.unlink')}
            </Button>
          )}
          <Button size="compact-sm" onClick={() => apply(address.trim())}>
            {t('editor.setLink')}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  )
}
