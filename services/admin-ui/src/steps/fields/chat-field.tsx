import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { errorAt, type Spot } from '../spot'

type Chat = number | string

/** A chat's number, or the @username of a public one. */
export function ChatField({
  label,
  description,
  value,
  onChange,
  spot,
}: {
  label?: string
  description?: string
  value: Chat
  onChange: (chat: Chat) => void
  spot: Spot
}) {
  const { t } = useTranslation('steps')
  return (
    <TextInput
      label={label ?? t('fields.chat')}
      description={description ?? t('fields.chatHelp')}
      placeholder="@shop_team"
      withAsterisk
      readOnly={spot.readOnly}
      value={String(value)}
      error={errorAt(spot, 'chat')}
      onChange={(event) => onChange(chatOf(event.currentTarget.value))}
    />
  )
}

/** Numbers of chats are numbers in JSON, as far as they are exact there. */
export function chatOf(text: string): Chat {
  const trimmed = text.trim()
  const number = Number(trimmed)
  return /^-?[1-9]\d*$/.test(trimmed) && Number.isSafeInteger(number) ? number : trimmed
}
