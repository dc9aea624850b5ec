import { Button, Group, Menu, Paper, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ItemActions } from '~/parts/item-actions'
import { keepsFocus } from '~/parts/keeps-focus'
import { MEDIA_TYPES, type Media, moved, newMedia } from './media'
import { MediaFields } from './media-fields'

/** What a message shows besides its text; one photo by its address is the short way. */
export function MediaEditor({
  photoUrl,
  media,
  onChange,
  errorOf,
}: {
  photoUrl: string | null
  media: Media[]
  onChange: (change: { photo_url?: string | null; media?: Media[] }) => void
  errorOf: (field: string, parts?: boolean) => string | undefined
}) {
  const { t } = useTranslation('handlers')
  const replaced = (index: number, one: Media) =>
    media.map((before, at) => (at === index ? one : before))
  return (
    <Stack gap="sm" ref={keepsFocus}>
      {media.length === 0 && (
        <TextInput
          label={t('media.photoUrl')}
          description={t('media.photoUrlHelp')}
          value={photoUrl ?? ''}
          error={errorOf('photo_url')}
          onChange={(event) => onChange({ photo_url: event.currentTarget.value || null })}
        />
      )}
      {media.map((one, index) => (
        <Paper
          // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place
          key={index}
          data-item
          withBorder
          p="sm"
          component="section"
          aria-label={`${index + 1}`}
        >
          <Stack gap="xs">
            <Group justify="space-between">
              <Text fw={500} size="sm">
                {t(`media.kinds.${one.type}`)}
              </Text>
              <ItemActions
                name={`${t(`media.kinds.${one.type}`)} ${index + 1}`}
                isFirst={index === 0}
                isLast={index === media.length - 1}
                onMove={(by) => onChange({ media: moved(media, index, index + by) })}
                onRemove={() => onChange({ media: media.filter((_, at) => at !== index) })}
              />
            </Group>
            <MediaFields
              value={one}
              onChange={(next) => onChange({ media: replaced(index, next) })}
              errorOf={(field) => errorOf(`media[${index}].${field}`, true)}
            />
            {errorOf(`media[${index}]`) && (
              <Text size="sm" c="red">
                {errorOf(`media[${index}]`)}
              </Text>
            )}
          </Stack>
        </Paper>
      ))}
      {errorOf('media') && (
        <Text size="sm" c="red">
          {errorOf('media')}
        </Text>
      )}
      <Menu>
        <Menu.Target>
          <Button
            data-focus-else
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            style={{ alignSelf: 'flex-start' }}
          >
            {t('media.add')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {MEDIA_TYPES.map((type) => (
            <Menu.Item key={type} onClick={() => onChange(added(photoUrl, media, newMedia(type)))}>
              {t(`media.kinds.${type}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Stack>
  )
}

/** The photo by address becomes the first of the list: the API takes only one of both. */
function added(photoUrl: string | null, media: Media[], one: Media) {
  if (!photoUrl) return { media: [...media, one] }
  return { photo_url: null, media: [{ type: 'photo', source: photoUrl } as Media, ...media, one] }
}
