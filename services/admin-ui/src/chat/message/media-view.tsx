import { IconPhoto } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './message.module.css'
import type { Media } from './model'

const SIGNS: Record<Media['type'], string> = {
  photo: '🖼',
  video: '🎬',
  animation: 'GIF',
  document: '📄',
  audio: '🎵',
  voice: '🎤',
  video_note: '📹',
  sticker: '🙂',
  location: '📍',
  contact: '👤',
  poll: '📊',
}

export function MediaView({ media }: { media: Media }) {
  const { t } = useTranslation('chat')
  const name = t(`preview.media.${media.type}`)
  switch (media.type) {
    case 'photo':
    case 'animation':
    case 'sticker':
      return <Picture media={media} name={name} />
    case 'poll':
      return <Poll poll={media} />
    case 'location':
      return <Card sign={SIGNS.location} title={media.title ?? name} more={placeOf(media)} />
    case 'contact': {
      const person = `${media.first_name} ${media.last_name ?? ''}`.trim()
      return <Card sign={SIGNS.contact} title={person} more={media.phone_number} />
    }
    case 'video':
    case 'video_note':
      return <Screen media={media} name={name} />
    default:
      return <Card sign={SIGNS[media.type]} title={fileName(media.source) ?? name} more={name} />
  }
}

function Picture({ media, name }: { media: Media & { source: string }; name: string }) {
  const { t } = useTranslation('chat')
  const [broken, setBroken] = useState('')
  const [isOpen, setOpen] = useState(false)
  const isVeiled = 'spoiler' in media && media.spoiler === true && !isOpen
  // A file_id is known to Telegram alone.
  const canShow = /^https?:\/\//.test(media.source) && broken !== media.source
  const type = media.type === 'sticker' ? classes.sticker : classes.photo
  return (
    <div className={type} data-veiled={isVeiled || undefined}>
      {canShow ? (
        <img
          src={media.source}
          alt={name}
          referrerPolicy="no-referrer"
          onError={() => setBroken(media.source)}
        />
      ) : (
        <div className={classes.unseen}>
          <IconPhoto size={32} aria-hidden />
          <span>{name}</span>
        </div>
      )}
      {isVeiled && (
        <button
          type="button"
          className={classes.veil}
          aria-label={t('preview.spoiler')}
          onClick={() => setOpen(true)}
        />
      )}
    </div>
  )
}

/** A video, which is not played here. */
function Screen({ media, name }: { media: Media; name: string }) {
  return (
    <div className={media.type === 'video_note' ? classes.round : classes.photo}>
      <div className={classes.unseen}>
        <span className={classes.play} aria-hidden>
          ▶
        </span>
        <span>{name}</span>
      </div>
    </div>
  )
}

function Card({ sign, title, more }: { sign: string; title: string; more: string }) {
  return (
    <div className={classes.card}>
      <span className={classes.sign} aria-hidden>
        {sign}
      </span>
      <span>
        <b>{title}</b>
        <br />
        <small>{more}</small>
      </span>
    </div>
  )
}

function Poll({ poll }: { poll: Media & { type: 'poll' } }) {
  const { t } = useTranslation('chat')
  const isQuiz = poll.correct_option != null
  const kind = isQuiz ? 'quiz' : poll.anonymous === false ? 'open' : 'anonymous'
  return (
    <div className={classes.poll}>
      <b>{poll.question}</b>
      <br />
      <small>{t(`preview.poll.${kind}`)}</small>
      <ul>
        {poll.options.map((option, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an option is nothing but its place
          <li key={at}>
            <span aria-hidden>{at === poll.correct_option ? '✓' : '○'}</span> {option}
            {at === poll.correct_option && <small> ({t('preview.poll.correct')})</small>}
          </li>
        ))}
      </ul>
    </div>
  )
}

function placeOf(place: Media & { type: 'location' }): string {
  return place.address ?? `${place.latitude}, ${place.longitude}`
}

function fileName(source: string): string | undefined {
  if (!/^https?:\/\//.test(source)) return undefined
  return source.split(/[?#]/, 1)[0]?.split('/').slice(3).at(-1) || undefined
}
