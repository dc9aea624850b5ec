import { NumberInput, SimpleGrid, Switch, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Media } from './media'

/** The fields of one photo, file, place, contact or poll. */
export function MediaFields({
  value,
  onChange,
  errorOf,
}: {
  value: Media
  onChange: (value: Media) => void
  errorOf: (field: string) => string | undefined
}) {
  const { t } = useTranslation('handlers')
  const text = (label: string, field: string, shown: string | null | undefined) => (
    <TextInput
      label={label}
      value={shown ?? ''}
      error={errorOf(field)}
      onChange={(event) =>
        onChange({
          ...value,
          [field]: event.currentTarget.value || (isOptional(field) ? null : ''),
        } as Media)
      }
    />
  )
  switch (value.type) {
    case 'location':
      return (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {(['latitude', 'longitude'] as const).map((field) => (
            <NumberInput
              key={field}
              label={t(`media.${field}`)}
              value={value[field]}
              error={errorOf(field)}
              decimalScale={7}
              hideControls
              onChange={(next) => onChange({ ...value, [field]: Number(next) || 0 })}
            />
          ))}
          {text(t('media.place'), 'title', value.title)}
          {text(t('media.address'), 'address', value.address)}
        </SimpleGrid>
      )
    case 'contact':
      return (
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          {text(t('media.phone'), 'phone_number', value.phone_number)}
          {text(t('media.firstName'), 'first_name', value.first_name)}
          {text(t('media.lastName'), 'last_name', value.last_name)}
        </SimpleGrid>
      )
    case 'poll':
      return (
        <>
          {text(t('media.question'), 'question', value.question)}
          <Textarea
            label={t('media.options')}
            autosize
            minRows={2}
            value={value.options.join('\n')}
            error={errorOf('options')}
            onChange={(event) =>
              onChange({ ...value, options: event.currentTarget.value.split('\n') })
            }
          />
          <Switch
            label={t('media.anonymous')}
            checked={value.anonymous ?? true}
            onChange={(event) => onChange({ ...value, anonymous: event.currentTarget.checked })}
          />
          <Switch
            label={t('media.multiple')}
            checked={value.multiple ?? false}
            onChange={(event) => onChange({ ...value, multiple: event.currentTarget.checked })}
          />
          <NumberInput
            label={t('media.correct')}
            min={1}
            value={value.correct_option == null ? '' : value.correct_option + 1}
            error={errorOf('correct_option')}
            onChange={(next) =>
              onChange({ ...value, correct_option: next === '' ? null : Number(next) - 1 })
            }
          />
          {value.correct_option != null &&
            text(t('media.explanation'), 'explanation', value.explanation)}
        </>
      )
    default:
      return (
        <>
          {text(t('media.source'), 'source', value.source)}
          {(value.type === 'photo' || value.type === 'video' || value.type === 'animation') && (
            <Switch
              label={t('media.spoiler')}
              checked={value.spoiler ?? false}
              onChange={(event) => onChange({ ...value, spoiler: event.currentTarget.checked })}
            />
          )}
        </>
      )
  }
}

function isOptional(field: string): boolean {
  return ['title', 'address', 'last_name', 'explanation'].includes(field)
}
