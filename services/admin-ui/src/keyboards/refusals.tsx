import { List } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { fieldText } from '~/parts/field-errors'
import type { StagedButtons } from './staged-buttons'

const PLACE = /^layout\[(\d+)\](?:\[(\d+)\])?$/

/** What the API refused of the buttons and their places, said beside the keyboard. */
export function Refusals({ error, buttons }: { error: unknown; buttons: StagedButtons }) {
  const { t } = useTranslation('keyboards')
  const common = useTranslation().t
  const places = (error ? asProblem(error).errors : []).flatMap((one) => {
    const found = PLACE.exec(one.field)
    if (found === null) return []
    const text = fieldText(one, common)
    const row = Number(found[1]) + 1
    if (found[2] === undefined) return t('builder.wrongRow', { row, text })
    return t('builder.wrongPlace', { row, place: Number(found[2]) + 1, text })
  })
  const wrong = buttons.wrong.map(({ id, problem }) => {
    const label = buttons.get(id)?.label || '…'
    return t('builder.wrongButton', { label, text: fieldText(problem, common) })
  })
  const texts = [...new Set([...places, ...wrong])]
  if (texts.length === 0) return null
  return (
    <List size="sm" c="var(--mantine-color-error)" role="alert">
      {texts.map((text) => (
        <List.Item key={text}>{text}</List.Item>
      ))}
    </List>
  )
}
