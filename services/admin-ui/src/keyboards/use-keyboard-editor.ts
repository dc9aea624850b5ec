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
  /** Whether an error of this field stands in the form. */
  isOwnField: (field: string) => boolean
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
      const layout = agreed.layout ?? []
      let named = agreed
      const isDone = await buttons.save(layout.flat(), (names) => {
        named = { ...agreed, layout: renamed(layout, names) }
        keyboard.set(named)
      })
      if (!isDone) return null
      return keyboard.isDirty || keyboard.isGone ? keyboard.save(named) : keyboard.saved
    },
  }
  // Requests for buttons and for callbacks name places by the same words.
  const isOwnField = (field: string) =>
    field !== '' &&
    (!/^(create|update)\[/.test(field) || buttons.wrong.some((one) => one.problem.field === field))

  return { editor, buttons, errorOf, isOwnField }
}
