import { useTranslation } from 'react-i18next'
import { FilledText } from '../fields/filled-text'
import type { FieldsProps } from '../kind'
import { errorAt } from '../spot'

/** https://core.telegram.org/bots/api#answercallbackquery */
const NOTE_MAX = 200

/** Of the two ways to answer a press with a text. */
export function NoteFields({ step, set, spot }: FieldsProps<'toast'> | FieldsProps<'alert'>) {
  const { t } = useTranslation('steps')
  return (
    <FilledText
      label={t('fields.text')}
      value={step.text}
      onChange={(text) => set({ text })}
      error={errorAt(spot, 'text')}
      most={NOTE_MAX}
      spot={spot}
      required
    />
  )
}
