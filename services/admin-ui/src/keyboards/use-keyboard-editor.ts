import { useFieldErrors } from '~/parts/field-errors'
import { type Editor, useEditor } from '~/resources/editor/use-editor'
import type { Fields } from '~/resources/kinds'
import { renamed } from './layout'
import { type StagedButtons, useStagedButtons } from './staged-buttons'

export const BLANK_KEYBOARD: Fields<'keyboards'> = {
  name: '',
  kind: 'inline',
  layout: [],
  options: {},
}

export interface KeyboardEditor {
  editor: Editor<'keyboards'>
  buttons: StagedButtons
  errorOf: (field: string, parts?: boolean) => string | undefined
}

/**
 * A keyboard and its new buttons, saved one after the other: buttons that were made stay made when
 * the keyboard is refused, and are not made again with the next try.
 */
export function useKeyboardEditor(id: number | null): KeyboardEditor {
  const keyboard = useEditor('keyboards', id, BLANK_KEYBOARD)
  const buttons = useStagedButtons()
  const errorOf = useFieldErrors(keyboard.error)

  const editor: Editor<'keyboards'> = {
    ...keyboard,
    isDirty: keyboard.isDirty || buttons.isDirty,
    error: buttons.problem ?? keyboard.error,
    async save(agreed = keyboard.value) {
      const names = await buttons.save((agreed.layout ?? []).flat())
      if (names === null) return null
      const named = { ...agreed, layout: renamed(agreed.layout ?? [], names) }
      keyboard.set(named)
      return keyboard.isDirty || keyboard.isGone ? keyboard.save(named) : keyboard.saved
    },
  }
  return { editor, buttons, errorOf }
}
