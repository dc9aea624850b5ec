import './texts'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EditorPage } from '~/resources/editor/editor-page'
import { KeyboardForm } from './keyboard-form'
import { useKeyboardEditor } from './use-keyboard-editor'

const present = getRouteApi('/keyboards/$id')

export function PresentKeyboard() {
  const { id } = present.useParams()
  return <KeyboardPage key={id} id={id} />
}

export function NewKeyboard() {
  return <KeyboardPage id={null} />
}

function KeyboardPage({ id }: { id: number | null }) {
  const { t } = useTranslation('keyboards')
  const keyboard = useKeyboardEditor(id)
  const { editor } = keyboard
  return (
    <EditorPage
      editor={editor}
      title={editor.saved?.name ?? t('new')}
      about={t('about')}
      fieldName={(field) => t(`form.${field as 'name'}`)}
      isOwnField={keyboard.isOwnField}
    >
      <KeyboardForm {...keyboard} />
    </EditorPage>
  )
}
