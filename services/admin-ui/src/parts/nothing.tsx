import { Stack, Text, ThemeIcon } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** An empty place, which says what could be here and starts the work. */
export function Nothing({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Stack align="center" py="xl" gap="sm">
      <ThemeIcon variant="light" size="xl" radius="xl" aria-hidden>
        <IconInbox />
      </ThemeIcon>
      <Text fw={500}>{title}</Text>
      {children}
    </Stack>
  )
}
