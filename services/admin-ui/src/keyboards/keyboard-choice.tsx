import './texts'
import { Alert, Button, Drawer, Group, Select, Stack } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '~/parts/problem-alert'
import { useNoChoices } from '~/parts/use-no-choices'
import { Waiting } from '~/parts/waiting'
import { ConflictPanel } from '~/resources/editor/conflict-panel'
import { useList } from '~/resources/queries'
import { useMay } from '~/session/session'
import { KeyboardDrawing } from './drawing'
import { KeyboardForm } from './keyboard-form'
import { useKeyboardRows } from './rows'
import { useKeyboardEditor } from './use-keyboard-editor'

/** Which keyboard stands under an answer; it can be built here, beside what is being typed. */
export function KeyboardChoice({
  value,
  onChange,
  error,
  readOnly = false,
}: {
  value: number | null
  onChange: (id: number | null) => void
  error?: string | undefined
  readOnly?: boolean
}) {
  const { t } = useTranslation(['keyboards', 'common'])
  const mayEdit = useMay('editor') && !readOnly
  const { items, isComplete, error: unread } = useList('keyboards')
  const noChoices = useNoChoices(t('choice.nothing'), {
    isPending: !isComplete,
    error: unread,
  })
  const rows = useKeyboardRows(value)?.rows
  const [open, setOpen] = useState<'none' | 'new' | 'present'>('none')
  const [isDirty, setDirty] = useState(false)
  const [isAsking, setAsking] = useState(false)

  function close(): void {
    setOpen('none')
    setDirty(false)
    setAsking(false)
  }
  return (
    <Stack gap="xs">
      <Select
        label={t('choice.label')}
        placeholder={t('choice.none')}
        nothingFoundMessage={noChoices}
        searchable
        clearable={mayEdit}
        disabled={!mayEdit}
        limit={50}
        value={value === null ? null : String(value)}
        data={items.map((one) => ({ value: String(one.id), label: one.name }))}
        onChange={(id) => onChange(id === null ? null : Number(id))}
        error={error}
      />
      {rows && <KeyboardDrawing rows={rows} />}
      {mayEdit && (
        <Group gap="xs">
          {value !== null && (
            <Button size="compact-sm" variant="default" onClick={() => setOpen('present')}>
              {t('choice.open')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => setOpen('new')}>
            {t('choice.make')}
          </Button>
        </Group>
      )}
      <Drawer
        opened={open !== 'none'}
        onClose={() => (isDirty ? setAsking(true) : close())}
        position="right"
        size="lg"
        title={t(open === 'present' ? 'choice.open' : 'choice.make')}
      >
        {isAsking && (
          <Alert role="alert" color="yellow" title={t('choice.unsaved')} mb="md">
            <Group gap="xs">
              <Button
                size="compact-sm"
                variant="default"
                data-autofocus
                onClick={() => setAsking(false)}
              >
                {t('common:leaving.stay')}
              </Button>
              <Button size="compact-sm" color="red" onClick={close}>
                {t('common:leaving.leave')}
              </Button>
            </Group>
          </Alert>
        )}
        {open !== 'none' && (
          <KeyboardInDrawer
            id={open === 'present' ? value : null}
            onDirty={setDirty}
            done={(id) => {
              onChange(id)
              close()
            }}
          />
        )}
      </Drawer>
    </Stack>
  )
}

function KeyboardInDrawer({
  id,
  done,
  onDirty,
}: {
  id: number | null
  done: (id: number) => void
  onDirty: (isDirty: boolean) => void
}) {
  const { t } = useTranslation(['keyboards', 'common'])
  const keyboard = useKeyboardEditor(id)
  const { editor } = keyboard
  useEffect(() => onDirty(editor.isDirty), [editor.isDirty, onDirty])
  if (editor.isPending) return <Waiting />

  async function save(): Promise<void> {
    const view = await editor.save()
    if (view !== null) done(view.id)
  }

  return (
    <Stack
      onKeyDown={(event) => {
        // Saves the keyboard, and not the handler below the drawer.
        if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyS') return
        event.preventDefault()
        event.stopPropagation()
        if (editor.isDirty && !editor.isSaving && !editor.conflict) void save()
      }}
    >
      {editor.conflict ? (
        <ConflictPanel
          kind="keyboards"
          conflict={editor.conflict}
          fieldName={(field) => t(`form.${field as 'name'}`)}
          settle={editor.settle}
        />
      ) : (
        <ProblemAlert error={editor.error} shown={(one) => keyboard.isOwnField(one.field)} />
      )}
      <KeyboardForm {...keyboard} />
      <Button
        loading={editor.isSaving}
        disabled={!editor.isDirty || editor.conflict !== null}
        onClick={() => void save()}
      >
        {t('common:actions.save')}
      </Button>
    </Stack>
  )
}
