import { Text, Textarea, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { PlaceholderMenu } from '~/chat/placeholder-menu'
import type { Spot } from '../spot'

/** Of a text of many lines the menu stands at the first. */
const AT_TOP = { section: { alignItems: 'flex-start', paddingTop: 4 } }

/** A text that may have placeholders, which are chosen from a menu and stand where one types. */
export function FilledText({
  label,
  description,
  placeholder,
  value,
  onChange,
  error,
  spot,
  most,
  rows = 2,
  required = false,
}: {
  label: string
  description?: string
  placeholder?: string
  value: string
  onChange: (text: string) => void
  error: string | undefined
  spot: Spot
  /** The counter's end; none: no counter. */
  most?: number
  /** 1 is an input of one line. */
  rows?: number
  required?: boolean
}) {
  const { t } = useTranslation('steps')
  const line = useRef<HTMLInputElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)

  function insert(placeholder: string): void {
    const input = line.current ?? area.current
    const from = input?.selectionStart ?? value.length
    const to = input?.selectionEnd ?? from
    onChange(value.slice(0, from) + placeholder + value.slice(to))
    // One goes on typing behind it, as soon as it stands there.
    requestAnimationFrame(() => {
      input?.focus()
      input?.setSelectionRange(from + placeholder.length, from + placeholder.length)
    })
  }

  const props = {
    label,
    description: description ?? null,
    placeholder: placeholder ?? '',
    value,
    error,
    withAsterisk: required,
    readOnly: spot.readOnly,
    rightSection: spot.readOnly ? null : <PlaceholderMenu onInsert={insert} />,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  }
  return (
    <div>
      {rows === 1 ? (
        <TextInput ref={line} {...props} />
      ) : (
        <Textarea ref={area} autosize minRows={rows} maxRows={12} styles={AT_TOP} {...props} />
      )}
      {most !== undefined && (
        <Text size="xs" ta="end" mt={4} c={value.length > most ? 'red' : 'dimmed'}>
          {t('fields.count', { count: value.length, most })}
        </Text>
      )}
    </div>
  )
}
