import { useTranslation } from 'react-i18next'
import type { Button } from '~/resources/kinds'
import type { Layout } from './layout'
import classes from './mini.module.css'

const ROWS = 4
const IN_ROW = 5

/** A small drawing of a keyboard, for lists; of a large one its beginning. */
export function MiniKeyboard({
  layout,
  buttons,
}: {
  layout: Layout
  buttons: ReadonlyMap<number, Button>
}) {
  const { t } = useTranslation('keyboards')
  return (
    <div className={classes.mini}>
      {layout.slice(0, ROWS).map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place
        <div key={at} className={classes.row}>
          {row.slice(0, IN_ROW).map((id, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a button can stand there twice
            <span key={place} className={classes.key}>
              {buttons.get(id)?.label ?? t('builder.gone')}
            </span>
          ))}
          {row.length > IN_ROW && <span className={classes.key}>…</span>}
        </div>
      ))}
      {layout.length > ROWS && <span className={classes.key}>…</span>}
    </div>
  )
}
