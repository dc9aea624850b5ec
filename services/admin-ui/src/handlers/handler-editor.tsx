import './texts'
import { Input, Menu, Stack, Switch, TextInput } from '@mantine/core'
import { useId } from '@mantine/hooks'
import { IconCopy } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Preview } from '~/chat/preview'
import { TextEditor } from '~/chat/text-editor'
import { type Change, TryIt } from '~/chat/try-it'
import { KeyboardChoice } from '~/keyboards/keyboard-choice'
import { useFieldErrors } from '~/parts/field-errors'
import { EditorPage } from '~/resources/editor/editor-page'
import { Findings } from '~/resources/editor/findings'
import { useEditor } from '~/resources/editor/use-editor'
import { Uses } from '~/resources/editor/uses'
import { type Fields, nameOf } from '~/resources/kinds'
import { useMay } from '~/session/session'
import { StepsEditor } from '~/steps/steps-editor'
import { MediaEditor } from './media-editor'
import { MoreFields } from './more-fields'
import { ShownField } from './shown-field'
import { TriggerPicker } from './trigger-picker'

type HandlerFields = Fields<'handlers'>

export const BLANK: HandlerFields = {
  title: null,
  pattern: '',
  message: null,
  parse_mode: 'HTML',
  photo_url: null,
  media: [],
  keyboard_id: null,
  options: {},
  action: [{ type: 'reply' }],
  enabled: true,
  priority: 0,
}

/** Fields whose errors stand at an input. */
const OWN =
  /^(title|pattern|message|parse_mode|photo_url|media|keyboard_id|action|priority|options\.(caption_above|link_preview))\b/

/** `begin` is what the form of a new one shows at first. */
export function HandlerEditor({ id, begin }: { id: number | null; begin?: HandlerFields }) {
  const { t } = useTranslation(['handlers', 'common'])
  const editor = useEditor('handlers', id, BLANK, begin)
  const errorOf = useFieldErrors(editor.error)
  const { value, set } = editor
  const navigate = useNavigate()
  const mayEdit = useMay('editor')
  const actionId = useId()
  const changes = useMemo<Change[]>(() => [{ entity: 'handler', id, fields: value }], [id, value])
  return (
    <EditorPage
      editor={editor}
      title={editor.saved ? nameOf('handlers', editor.saved) : t('new')}
      fieldName={(field) => t(`form.${field as 'message'}`)}
      showField={(field, shown) => <ShownField field={field} value={shown} />}
      isOwnField={(field) => OWN.test(field)}
      menu={
        id !== null && (
          <Menu.Item
            leftSection={<IconCopy size={16} aria-hidden />}
            onClick={() => void navigate({ to: '/handlers/new', search: { of: id } })}
          >
            {t('common:actions.duplicate')}
          </Menu.Item>
        )
      }
      aside={
        <Stack>
          <Preview message={value} keyboardId={value.keyboard_id ?? null} />
          <TryIt changes={changes} />
          {editor.saved && (
            <>
              <Findings kind="handlers" id={editor.saved.id} />
              <Uses
                kind="handlers"
                id={editor.saved.id}
                title={t('uses.title')}
                none={t('uses.none')}
              />
            </>
          )}
        </Stack>
      }
    >
      <TextInput
        label={t('form.title')}
        description={t('form.titleHelp')}
        value={value.title ?? ''}
        error={errorOf('title')}
        onChange={(event) => set({ title: event.currentTarget.value || null })}
      />
      <TriggerPicker
        value={value.pattern}
        onChange={(pattern) => set({ pattern })}
        error={errorOf('pattern')}
      />
      <TextEditor
        label={t('form.text')}
        value={value.message ?? null}
        parseMode={value.parse_mode ?? null}
        onChange={(message, parse_mode) => set({ message, parse_mode })}
        error={errorOf('message') ?? errorOf('parse_mode')}
        readOnly={!mayEdit}
        hasMedia={Boolean(value.photo_url) || (value.media ?? []).length > 0}
      />
      <MediaEditor
        photoUrl={value.photo_url ?? null}
        media={value.media ?? []}
        onChange={set}
        errorOf={errorOf}
      />
      <KeyboardChoice
        value={value.keyboard_id ?? null}
        onChange={(keyboard_id) => set({ keyboard_id })}
        error={errorOf('keyboard_id')}
      />
      <section aria-labelledby={actionId}>
        <Input.Label component="h2" id={actionId} mb="xs">
          {t('form.action')}
        </Input.Label>
        <StepsEditor
          value={value.action ?? []}
          onChange={(action) => set({ action })}
          errorOf={errorOf}
        />
      </section>
      <Switch
        label={t('form.enabled')}
        checked={value.enabled ?? true}
        onChange={(event) => set({ enabled: event.currentTarget.checked })}
      />
      <MoreFields value={value} set={set} errorOf={errorOf} />
    </EditorPage>
  )
}
