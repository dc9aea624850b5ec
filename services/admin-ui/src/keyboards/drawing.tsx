import { Group, Stack } from '@mantine/core'
import { ButtonFace } from '~/buttons/button-face'
import type { Button } from '~/resources/kinds'

/** A keyboard as Telegram shows it, to look at. */
export function KeyboardDrawing({ rows }: { rows: readonly (readonly Button[])[] }) {
  return (
    <Stack gap={4}>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place
        <Group key={at} gap={4} grow wrap="nowrap" preventGrowOverflow={false}>
          {row.map((one, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a button can stand there twice
            <ButtonFace key={place} {...one} />
          ))}
        </Group>
      ))}
    </Stack>
  )
}
