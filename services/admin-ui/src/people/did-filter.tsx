import '~/statistics/texts'
import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNoChoices } from '~/parts/use-no-choices'
import { useStepChoices } from '~/statistics/funnel/choices'
import { usePeopleSearch, useSetPeopleSearch } from './use-people'

/** What people did, chosen as a step of a funnel is. */
export function DidFilter() {
  const { t } = useTranslation('people')
  const { t: common } = useTranslation()
  const { did } = usePeopleSearch()
  const set = useSetPeopleSearch()
  const { groups, ...asked } = useStepChoices()
  const noChoices = useNoChoices(common('states.notFound'), asked)
  const isKnown = groups.some((group) => group.items.some((item) => item.value === did))
  // A handler that was deleted can still be asked for.
  const other = did === undefined || isKnown ? [] : [did]
  return (
    <Select
      label={t('filters.did')}
      placeholder={t('filters.any')}
      size="xs"
      clearable
      searchable
      limit={200}
      nothingFoundMessage={noChoices}
      clearButtonProps={{ 'aria-label': t('filters.clear', { name: t('filters.did') }) }}
      value={did ?? null}
      onChange={(value) =>
        set({ did: value ?? undefined, didWhen: undefined, didFrom: undefined, didTo: undefined })
      }
      data={[...groups, ...other]}
    />
  )
}
