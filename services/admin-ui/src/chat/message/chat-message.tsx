import { useTranslation } from 'react-i18next'
import { Formatted } from './formatted'
import { Keys } from './keys'
import { MediaView } from './media-view'
import classes from './message.module.css'
import type { Key, Message } from './model'

/** A message of a bot or a person, as Telegram shows it. */
export function ChatMessage({
  message,
  isOwn = false,
  onPress,
}: {
  message: Message
  /** Of the person who writes to the bot. */
  isOwn?: boolean
  onPress?: ((key: Key) => void) | undefined
}) {
  const { t } = useTranslation('chat')
  const { text, media, keys } = message
  const preview = message.linkPreview && (
    <div className={classes.linkPreview}>
      <small>{t('preview.above')}</small>
      <span className={classes.link}>{message.linkPreview.url}</span>
    </div>
  )
  const words = text.length > 0 && (
    <div className={classes.text}>
      {message.linkPreview?.above && preview}
      <Formatted nodes={text} />
      {message.linkPreview && !message.linkPreview.above && preview}
    </div>
  )
  const notes = [
    message.protect && t('preview.protect'),
    message.silent && t('preview.silent'),
  ].filter(Boolean)
  return (
    <div className={classes.message} data-own={isOwn || undefined}>
      <div className={classes.bubble} data-media={media.length > 0 || undefined}>
        {message.textAbove && words}
        {media.length > 0 && (
          <div className={media.length > 1 ? classes.album : undefined}>
            {media.map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same can be there twice
              <MediaView key={at} media={one} />
            ))}
          </div>
        )}
        {!message.textAbove && words}
        {notes.length > 0 && <small className={classes.notes}>{notes.join(', ')}</small>}
      </div>
      {keys.length > 0 && <Keys rows={keys} name={t('preview.inline')} onPress={onPress} />}
    </div>
  )
}
