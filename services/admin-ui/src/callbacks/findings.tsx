import { useTranslation } from 'react-i18next'
import { Findings as FindingsOf } from '~/resources/editor/findings'

const CODES = ['callback_without_button', 'never_wins', 'overlap'] as const

/** What the linter says of this callback; nothing where it says nothing. */
export function Findings({ id }: { id: number }) {
  const { t } = useTranslation('callbacks')
  return (
    <FindingsOf
      kind="callbacks"
      id={id}
      textOf={(code) => {
        const known = CODES.find((one) => one === code)
        return known && t(`findings.codes.${known}`)
      }}
    />
  )
}
