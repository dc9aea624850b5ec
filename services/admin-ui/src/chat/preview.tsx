import './texts'
import { useTranslation } from 'react-i18next'
import { useKeyboardRows } from '~/keyboards/rows'
import { ChatMessage } from './message/chat-message'
import { type Content, fromContent } from './message/from-content'
import { Keys } from './message/keys'
import classes from './message/message.module.css'

/** A handler's content as people see it in Telegram. */
export function Preview({ message, keyboardId }: { message: Content; keyboardId: number | null }) {
  const { t } = useTranslation('chat')
  const keyboard = useKeyboardRows(keyboardId)
  const messages = fromContent(message, keyboard)
  return (
    <section className={classes.wall} aria-label={t('preview.title')}>
      {messages.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a message is nothing but its place
        <ChatMessage key={at} message={one} />
      ))}
      {messages.length === 0 && <p className={classes.note}>{t('preview.empty')}</p>}
      {keyboard?.kind === 'remove' && <p className={classes.note}>{t('preview.remove')}</p>}
      {keyboard?.kind === 'reply' && (
        <div className={classes.keyboard}>
          <Keys rows={keyboard.rows} name={t('preview.reply')} isReply />
        </div>
      )}
    </section>
  )
}
