import type { Editor } from '@tiptap/react'

export const TOOLS = [
  'bold',
  'italic',
  'underline',
  'strike',
  'spoiler',
  'code',
  'pre',
  'quote',
  'foldedQuote',
] as const
export type Tool = (typeof TOOLS)[number]

/** As people are told; the first key is ⌘ on a Mac. */
export const SHORTCUTS: Record<Tool, string> = {
  bold: 'Ctrl+B',
  italic: 'Ctrl+I',
  underline: 'Ctrl+U',
  strike: 'Ctrl+Shift+S',
  spoiler: 'Ctrl+Shift+P',
  code: 'Ctrl+E',
  pre: 'Ctrl+Alt+C',
  quote: '',
  foldedQuote: '',
}

export function isOn(editor: Editor, tool: Tool): boolean {
  if (tool === 'pre') return editor.isActive('codeBlock')
  if (tool === 'quote') return editor.isActive('blockquote', { expandable: false })
  if (tool === 'foldedQuote') return editor.isActive('blockquote', { expandable: true })
  return editor.isActive(tool)
}

export function toggle(editor: Editor, tool: Tool): void {
  const chain = editor.chain().focus()
  if (tool === 'pre') chain.toggleNode('codeBlock', 'paragraph').run()
  else if (tool === 'quote') toggleQuote(editor, false)
  else if (tool === 'foldedQuote') toggleQuote(editor, true)
  else chain.toggleMark(tool).run()
}

/** One kind of quote becomes the other at once. */
function toggleQuote(editor: Editor, expandable: boolean): void {
  const chain = editor.chain().focus()
  if (!editor.isActive('blockquote')) chain.wrapIn('blockquote', { expandable }).run()
  else if (editor.isActive('blockquote', { expandable })) chain.lift('blockquote').run()
  else chain.updateAttributes('blockquote', { expandable }).run()
}
