import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useRef } from 'react'
import type { Node } from '../markup/nodes'
import { readHtml } from '../markup/read-html'
import { writeHtml } from '../markup/write-html'
import { fromDocument, toDocument } from './doc'
import { makeExtensions } from './extensions'
import classes from './rich-editor.module.css'
import { Toolbar } from './toolbar'

/** Edits Telegram's HTML without showing it. What is not changed stays as it was written. */
export function RichEditor({
  value,
  onChange,
  label,
  describedBy,
  isInvalid,
  readOnly,
}: {
  value: string
  onChange: (value: string) => void
  label: string
  describedBy: string
  isInvalid: boolean
  readOnly: boolean
}) {
  const known = useRef(value)
  const changed = useRef(onChange)
  changed.current = onChange
  const attributes = {
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': String(isInvalid),
    'aria-readonly': String(readOnly),
    ...(readOnly ? { tabindex: '0' } : {}),
  }
  const editor = useEditor({
    extensions: makeExtensions(),
    content: toDocument(nodesOf(value)),
    editable: !readOnly,
    editorProps: { attributes },
    onUpdate: ({ editor: now }) => {
      known.current = writeHtml(fromDocument(now.getJSON()))
      changed.current(known.current)
    },
  })

  useEffect(() => {
    if (value === known.current) return
    known.current = value
    editor.commands.setContent(toDocument(nodesOf(value)), { emitUpdate: false })
  }, [editor, value])

  const serialised = JSON.stringify(attributes)
  useEffect(() => {
    editor.setOptions({ editable: !readOnly, editorProps: { attributes: JSON.parse(serialised) } })
  }, [editor, readOnly, serialised])

  return (
    <div className={classes.frame} data-invalid={isInvalid || undefined}>
      {!readOnly && <Toolbar editor={editor} />}
      <EditorContent editor={editor} className={classes.content} />
    </div>
  )
}

function nodesOf(html: string): Node[] {
  return readHtml(html) ?? []
}
