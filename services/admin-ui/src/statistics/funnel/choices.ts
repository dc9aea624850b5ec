import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { KINDS } from '~/interactions/kinds'
import { LIVE } from '~/place/place'
import type { Kind, View } from '~/resources/kinds'
import { listPage } from '~/resources/requests'

interface Group {
  group: string
  items: { value: string; label: string }[]
}

/** What can be a step, as the API names it. People meet what is live, whatever draft is worked on. */
export function useStepChoices() {
  const { t } = useTranslation('statistics')
  const { t: named } = useTranslation('interactions')
  const handlers = useQuery({
    queryKey: ['stats', 'all', 'handlers'],
    queryFn: () => all('handlers'),
  })
  const buttons = useQuery({ queryKey: ['stats', 'all', 'buttons'], queryFn: () => all('buttons') })
  const groups: Group[] = [
    {
      group: t('funnel.events'),
      items: KINDS.map((kind) => ({ value: `event:${kind}`, label: named(`kinds.${kind}`) })),
    },
    {
      group: t('funnel.handlers'),
      items: (handlers.data ?? []).map((one) => ({
        value: `handler:${one.id}`,
        label: one.title ? `${one.title} · ${one.pattern}` : one.pattern,
      })),
    },
    { group: t('funnel.buttons'), items: buttonItems(buttons.data ?? []) },
  ]
  return {
    groups,
    isPending: handlers.isPending || buttons.isPending,
    error: handlers.error ?? buttons.error,
  }
}

/** Several buttons can send the same; a press is known by what it sends. */
function buttonItems(buttons: View<'buttons'>[]) {
  const labels = new Map<string, string[]>()
  for (const { data, label } of buttons) {
    if (data !== null) labels.set(data, [...(labels.get(data) ?? []), label])
  }
  return [...labels].map(([data, all]) => ({
    value: `button:${data}`,
    label: `${[...new Set(all)].join(', ')} · ${data}`,
  }))
}

async function all<K extends Kind>(kind: K): Promise<View<K>[]> {
  const found: View<K>[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listPage<K>>> = await listPage(LIVE, kind, {}, cursor)
    found.push(...page.items)
    cursor = page.next_cursor
  } while (cursor !== null)
  return found
}
