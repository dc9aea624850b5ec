import { Stack } from '@mantine/core'
import { LanguagesTable } from '../figures/languages-table'
import { SourcesTable } from '../figures/sources-table'
import { PeriodBar } from '../period/period-bar'

/** Who the people are, and what brought them. */
export function Audience() {
  return (
    <Stack>
      <PeriodBar compared />
      <LanguagesTable />
      <SourcesTable />
    </Stack>
  )
}
