import { Stack } from '@mantine/core'
import { ButtonsTable } from '../figures/buttons-table'
import { HandlersTable } from '../figures/handlers-table'
import { PeriodBar } from '../period/period-bar'

/** What is used most; and of one handler or button, its own course in time. */
export function Uses() {
  return (
    <Stack>
      <PeriodBar buckets compare />
      <HandlersTable />
      <ButtonsTable />
    </Stack>
  )
}
