import { ActionIcon, Alert, Badge, Button, Menu, Stack, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconDots, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '~/parts/format'
import { LeavingGuard } from '~/parts/leaving-guard'
import { Page } from '~/parts/page'
import { ProblemAlert } from '~/parts/problem-alert'
import { Waiting } from '~/parts/waiting'
import { useMay, useMe } from '~/session/session'
import { useDelete } from '../deleting'
import type { Kind } from '../kinds'
import { ConflictPanel } from './conflict-panel'
import classes from './editor-page.module.css'
import type { Editor } from './use-editor'
import { useLastChange } from './use-last-change'

/**
 * The frame of every editor: title, saving (also Ctrl+S), what the API refused, both versions after
 * a conflict, deletion, and the question before leaving.
 */
export function EditorPage<K extends Kind>({
  editor,
  title,
  about,
  fieldName,
  showField,
  isOwnField,
  menu,
  aside,
  children,
}: {
  editor: Editor<K>
  title: string
  about?: ReactNode
  fieldName: (field: string) => string
  showField?: (field: string, value: unknown) => ReactNode
  /** Whether an error of this field stands at an input, and so not at the top. */
  isOwnField: (field: string) => boolean
  /** More of `Menu.Item`. */
  menu?: ReactNode
  /** Beside the form: previews. */
  aside?: ReactNode
  children: ReactNode
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const mayEdit = useMay('editor')
  const { role } = useMe()
  const { moment } = useFormat()
  const author = useLastChange(editor.kind, editor.saved)
  // Its line is there before it is known, or else the form moves while somebody points at it.
  const lastChange =
    author === undefined
      ? '\u00a0'
      : author && t('lastChange', { name: author.name, at: moment(author.at) })
  const list = `/${editor.kind}`
  const remove = useDelete(editor.kind, () =>
    navigate({ to: list as '/handlers', ignoreBlocker: true }),
  )

  async function save(): Promise<void> {
    if (!mayEdit || editor.isSaving || editor.conflict || !(editor.isDirty || editor.isGone)) return
    const view = await editor.save()
    if (view !== null && view.id !== editor.id) {
      await navigate({
        to: `${list}/$id` as '/handlers/$id',
        params: { id: view.id },
        ignoreBlocker: true,
      })
    }
  }
  // Also while a field or a text is written.
  useHotkeys([['mod+S', () => void save()]], [], true)

  if (editor.isPending) return <Waiting rows={8} />
  if (editor.loadError) return <ProblemAlert error={editor.loadError} retry={editor.reload} />
  const refused = editor.conflict || editor.isGone ? null : editor.error
  return (
    <Page
      title={title}
      about={
        <>
          {about}
          {about && author !== null && <br />}
          {lastChange}
        </>
      }
      actions={
        mayEdit && (
          <>
            {editor.isDirty && (
              <Badge variant="light" color="yellow" tt="none">
                {t('states.unsaved')}
              </Badge>
            )}
            <Button
              onClick={() => void save()}
              loading={editor.isSaving}
              disabled={!(editor.isDirty || editor.isGone) || editor.conflict !== null}
            >
              {t('actions.save')}
            </Button>
            {editor.saved && (
              <Menu position="bottom-end">
                <Menu.Target>
                  <ActionIcon variant="default" size="lg" aria-label={t('actions.more')}>
                    <IconDots size={18} aria-hidden />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  {menu}
                  <Menu.Item
                    color="red"
                    leftSection={<IconTrash size={16} aria-hidden />}
                    onClick={() => editor.saved && remove.mutate(editor.saved)}
                  >
                    {t('actions.delete')}
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            )}
          </>
        )
      }
    >
      <LeavingGuard when={editor.isDirty && !editor.isSaving} />
      {!mayEdit && <Text c="dimmed">{t('session.readOnly', { role: t(`roles.${role}`) })}</Text>}
      {editor.isGone && (
        <Alert role="alert" color="yellow" title={t('problems.not_found')}>
          {t('states.gone')}
        </Alert>
      )}
      {editor.conflict && (
        <ConflictPanel
          kind={editor.kind}
          conflict={editor.conflict}
          fieldName={fieldName}
          {...(showField ? { show: showField } : {})}
          settle={editor.settle}
        />
      )}
      <ProblemAlert error={refused} shown={(one) => isOwnField(one.field)} />
      <div className={aside ? classes.columns : undefined}>
        <fieldset disabled={!mayEdit} className={classes.fields}>
          <Stack>{children}</Stack>
        </fieldset>
        {aside && <aside className={classes.aside}>{aside}</aside>}
      </div>
    </Page>
  )
}
