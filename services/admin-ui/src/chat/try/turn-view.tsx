import { useTranslation } from 'react-i18next'
import { asProblem, Problem } from '~/api/problem'
import { ProblemAlert } from '~/parts/problem-alert'
import { ChatMessage } from '../message/chat-message'
import classes from '../message/message.module.css'
import { EMPTY, type Key, type Message } from '../message/model'
import type { Said } from './asking'
import type { Entry, Note, Shown } from './conversation'
import { Why } from './why'

/** What was said, what came of it, and why. */
export function TurnView({
  shown,
  onPress,
  onRetry,
}: {
  shown: Shown
  onPress: ((key: Key, under: Message, id: string) => void) | undefined
  onRetry: () => void
}) {
  const { t } = useTranslation('chat')
  const { turn, entries } = shown
  return (
    <>
      {entries.map((entry) => (
        <EntryView key={entry.id} entry={entry} onPress={onPress} />
      ))}
      {turn.error != null && <ProblemAlert error={withoutPlaces(turn.error)} retry={onRetry} />}
      {turn.told === null && turn.error == null && (
        <p className={classes.note}>{t('tryIt.thinking')}</p>
      )}
      {turn.told && <Why told={turn.told} />}
    </>
  )
}

function EntryView({
  entry,
  onPress,
}: {
  entry: Entry
  onPress: ((key: Key, under: Message, id: string) => void) | undefined
}) {
  if (entry.is === 'said') return <SaidView said={entry.said} />
  if (entry.is === 'note') return <NoteView note={entry.note} />
  const { message, id } = entry
  return <ChatMessage message={message} onPress={onPress && ((key) => onPress(key, message, id))} />
}

function SaidView({ said }: { said: Said }) {
  const { t } = useTranslation('chat')
  if ('text' in said) return <ChatMessage isOwn message={{ ...EMPTY, text: [said.text] }} />
  if ('kind' in said) {
    return <ChatMessage isOwn message={{ ...EMPTY, text: [t(`tryIt.kinds.${said.kind}`)] }} />
  }
  const words =
    'event' in said ? t(`tryIt.events.${said.event}`) : t('tryIt.pressed', { label: said.label })
  return <p className={classes.note}>{words}</p>
}

function NoteView({ note }: { note: Note }) {
  const { t } = useTranslation('chat')
  const { name } = note
  if (name === 'toast' || name === 'alert') {
    return (
      <p className={classes.note}>
        {t(`tryIt.${name}`)}: {note.text}
      </p>
    )
  }
  return <p className={classes.note}>{t(`tryIt.${name}`, { ...note })}</p>
}

/** The form's own names of fields: `message` rather than `changes[0].fields.message`. */
function withoutPlaces(error: unknown): Problem {
  const { code, status, detail, errors, conflicts, requestId } = asProblem(error)
  const own = errors.map((one) => ({
    ...one,
    field: one.field.replace(/^changes\[\d+\]\.(fields\.)?/, ''),
  }))
  return new Problem({ code, status, detail, errors: own, conflicts }, requestId)
}
