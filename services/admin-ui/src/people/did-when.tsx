import { useTranslation } from 'react-i18next'
import { DayRange } from '~/parts/days/lazy-day-range'
import { browserZone, localTime } from '~/statistics/period/zones'
import { Choice } from './choice'
import { OWN, type PeopleSearch, SINCE } from './search'
import { usePeopleSearch, useSetPeopleSearch } from './use-people'

/** When people did what is asked for: lately, or between two days. */
export function DidWhen({ isTooLong }: { isTooLong: boolean }) {
  const { t } = useTranslation('people')
  const { didWhen, didFrom, didTo } = usePeopleSearch()
  const set = useSetPeopleSearch()
  const error = isTooLong ? t('filters.didTooLong') : undefined

  function choose(value: string | null) {
    const { day } = localTime(new Date(), browserZone())
    set(value === OWN ? between(day, day) : lately(SINCE.find((one) => one === value)))
  }

  return (
    <>
      <Choice
        label={t('filters.didWhen')}
        value={didWhen}
        options={[...SINCE, OWN].map((value) => ({ value, label: t(`seen.${value}`) }))}
        error={didWhen === OWN ? undefined : error}
        choose={choose}
      />
      {didWhen === OWN && (
        <DayRange
          label={t('filters.didBetween')}
          from={didFrom}
          to={didTo}
          error={error}
          onChange={(from, to) => set(between(from, to))}
        />
      )}
    </>
  )
}

type When = Pick<PeopleSearch, 'didWhen' | 'didFrom' | 'didTo'>

function between(didFrom: string, didTo: string): When {
  return { didWhen: OWN, didFrom, didTo }
}

function lately(didWhen: (typeof SINCE)[number] | undefined) {
  return { didWhen, didFrom: undefined, didTo: undefined }
}
