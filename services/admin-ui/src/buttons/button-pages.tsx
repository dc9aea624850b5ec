import './texts'
import { Stack, Text, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFieldErrors } from '~/parts/field-errors'
import { EditorPage } from '~/resources/editor/editor-page'
import { useEditor } from '~/resources/editor/use-editor'
import type { Fields } from '~/resources/kinds'
import { BLANK_BUTTON } from './blank'
import { ButtonFace } from './button-face'
import { ButtonFieldset } from './button-fields'
import { Press } from './press'
import { Uses } from './uses'

const present = getRouteApi('/buttons/$id')
const fresh = getRouteApi('/buttons/new')

export function PresentButton() {
  const { id } = present.useParams()
  return <ButtonEditor key={id} id={id} begin={BLANK_BUTTON} />
}

export function NewButton() {
  const { data } = fresh.useSearch()
  return <ButtonEditor id={null} begin={{ ...BLANK_BUTTON, data: data ?? null }} />
}

function ButtonEditor({ id, begin }: { id: number | null; begin: Fields<'buttons'> }) {
  const { t } = useTranslation('buttons')
  const editor = useEditor('buttons', id, BLANK_BUTTON, begin)
  const errorOf = useFieldErrors(editor.error)
  const { value } = editor
  return (
    <EditorPage
      editor={editor}
      title={editor.saved?.label ?? t('new')}
      about={t('about')}
      fieldName={(field) => t(`form.${field as 'label'}`)}
      isOwnField={(field) => field !== ''}
      aside={
        <Stack gap="xs">
          <Title order={2} size="h5">
            {t('preview')}
          </Title>
          <ButtonFace {...value} />
          {value.kind === 'callback' && <Press data={value.data} />}
          <Text size="sm" c="dimmed">
            {value.url}
          </Text>
          {id !== null && <Uses id={id} />}
        </Stack>
      }
    >
      <ButtonFieldset value={value} onChange={editor.set} errorOf={errorOf} />
    </EditorPage>
  )
}
