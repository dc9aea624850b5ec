import { Button, Card, Group, Stack, TagsInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answered, api, type Schemas } from '~/api/client'
import { useFieldErrors } from '~/parts/field-errors'
import { keepsFocus } from '~/parts/keeps-focus'
import { LeavingGuard } from '~/parts/leaving-guard'
import { showDone } from '~/parts/notices'
import { ProblemAlert } from '~/parts/problem-alert'
import { useMay } from '~/session/session'

/** The tags of a person; what is typed stays until it is saved. */
export function TagsForm({ one }: { one: Schemas['PersonDetail'] }) {
  const { t } = useTranslation('people')
  const { t: common } = useTranslation()
  const mayEdit = useMay('editor')
  const queries = useQueryClient()
  const [typed, setTyped] = useState<string[] | null>(null)
  const known = useQuery({
    queryKey: ['people', 'tags'],
    queryFn: () => answered(api.GET('/api/v1/people/tags')),
  })
  const save = useMutation({
    mutationFn: (tags: string[]) =>
      answered(
        api.PATCH('/api/v1/people/{user_id}', {
          params: { path: { user_id: one.user_id } },
          body: { tags },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['people'] })
      setTyped(null)
      showDone(common('states.saved'))
    },
  })
  const errorOf = useFieldErrors(save.error)
  const tags = typed ?? one.tags

  function submit(event: FormEvent) {
    event.preventDefault()
    save.mutate(tags)
  }

  return (
    <Card
      ref={keepsFocus}
      withBorder
      component="form"
      onSubmit={submit}
      aria-label={t('tags.label')}
    >
      <LeavingGuard when={typed !== null} />
      <Stack gap="sm">
        <ProblemAlert error={save.error} shown={({ field }) => field.startsWith('tags')} />
        <TagsInput
          data-focus-else
          label={t('tags.label')}
          description={mayEdit ? t('tags.about') : undefined}
          readOnly={!mayEdit}
          value={tags}
          onChange={setTyped}
          data={known.data?.items.map((item) => item.tag) ?? []}
          error={errorOf('tags', true)}
        />
        {typed !== null && (
          <Group>
            <Button type="submit" size="xs" loading={save.isPending}>
              {common('actions.save')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setTyped(null)}>
              {common('actions.cancel')}
            </Button>
          </Group>
        )}
      </Stack>
    </Card>
  )
}
