import classes from './message.module.css'
import type { Key } from './model'

const SIGNS: Partial<Record<Key['kind'], string>> = {
  url: '↗',
  web_app: '▣',
  copy_text: '⧉',
  switch_inline: '⇄',
  switch_inline_current: '⇄',
  request_contact: '👤',
  request_location: '📍',
  request_poll: '📊',
}

/** Rows of buttons; without `onPress` they are only looked at. */
export function Keys({
  rows,
  name,
  isReply = false,
  onPress,
}: {
  rows: readonly (readonly Key[])[]
  name: string
  isReply?: boolean
  onPress?: ((key: Key) => void) | undefined
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the buttons are no fields of a form
    <div className={classes.keys} role="group" aria-label={name} data-reply={isReply || undefined}>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place
        <div key={at} className={classes.row}>
          {row.map((key, place) => (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: a button can stand there twice
              key={place}
              type="button"
              className={classes.key}
              data-style={key.style ?? undefined}
              title={key.url ?? undefined}
              disabled={!onPress}
              onClick={() => onPress?.(key)}
            >
              {key.label}
              {SIGNS[key.kind] && (
                <span className={classes.keySign} aria-hidden>
                  {SIGNS[key.kind]}
                </span>
              )}
            </button>
          ))}
        </div>
      ))}
    </div>
  )
}
