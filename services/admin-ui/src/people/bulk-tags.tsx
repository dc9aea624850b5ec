import { Button, Card, Group, SegmentedControl, Stack, TagsInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answered, api } from '~/api/client'
import { useFieldErrors } from '~/parts/field-errors'
import { showDone } from '~/parts/notices'
import { ProblemAlert } from '~/parts/problem-alert'
import { useUnfolded } from '~/parts/use-unfolded'
import type { PeopleFilter } from './search'

type Whom = 'chosen' | 'all'

/** Adds and removes tags of those who are ticked, or of all whom the filters let through. */
export function BulkTags({
  filter,
  chosen,
  forget,
}: {
  filter: PeopleFilter
  chosen: ReadonlySet<number>
  forget: () => void
}) {
  const { t } = useTranslation('people')
  const { t: common } = useTranslation()
  const queries = useQueryClient()
  const { isOpen, close, opener } = useUnfolded()
  const [whom, setWhom] = useState<Whom>('chosen')
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const change = useMutation({
    mutationFn: () => {
      const ids = whom === 'chosen' ? { user_ids: [...chosen] } : {}
      const body = { add, remove, ...ids }
      return answered(api.POST('/api/v1/people/tags', { params: { query: filter }, body }))
    },
    onSuccess: async ({ people }) => {
      await queries.invalidateQueries({ queryKey: ['people'] })
      showDone(t('bulk.done', { count: people }))
      setAdd([])
      setRemove([])
      forget()
      close()
    },
  })
  const errorOf = useFieldErrors(change.error)

  function submit(event: FormEvent) {
    event.preventDefault()
    change.mutate()
  }

  if (!isOpen) {
    return (
      <Group>
        <Button size="xs" variant="default" {...opener}>
          {chosen.size === 0 ? t('bulk.open') : t('bulk.openChosen', { count: chosen.size })}
        </Button>
      </Group>
    )
  }
  const nothing =
    (add.length === 0 && remove.length === 0) || (whom === 'chosen' && chosen.size === 0)
  return (
    <Card withBorder component="form" onSubmit={submit} aria-label={t('bulk.open')}>
      <Stack gap="sm">
        <ProblemAlert error={change.error} shown={({ field }) => /^(add|remove)/.test(field)} />
        <SegmentedControl
          size="xs"
          style={{ alignSelf: 'flex-start' }}
          aria-label={t('bulk.whom')}
          value={whom}
          onChange={(value) => setWhom(value as Whom)}
          data={[
            { value: 'chosen', label: t('bulk.chosen', { count: chosen.size }) },
            { value: 'all', label: t('bulk.all') },
          ]}
        />
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <TagsInput
            label={t('bulk.add')}
            autoFocus
            miw={200}
            value={add}
            onChange={setAdd}
            error={errorOf('add', true)}
          />
          <TagsInput
            label={t('bulk.remove')}
            miw={200}
            value={remove}
            onChange={setRemove}
            error={errorOf('remove', true)}
          />
        </Group>
        <Group>
          <Button type="submit" size="xs" loading={change.isPending} disabled={nothing}>
            {t('bulk.apply')}
          </Button>
          <Button size="xs" variant="default" onClick={close}>
            {common('actions.cancel')}
          </Button>
        </Group>
      </Stack>
    </Card>
  )
}
