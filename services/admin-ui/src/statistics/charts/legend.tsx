import { ColorSwatch, Group, parseThemeColor, Text, useMantineTheme } from '@mantine/core'

export interface Line {
  /** What the points have it under. */
  name: string
  label: string
  color: string
  dashed?: boolean
}

/** Below the chart, so that it takes nothing of its height on a phone. */
export function Legend({ lines }: { lines: Line[] }) {
  const theme = useMantineTheme()
  return (
    <Group gap="2px 16px" justify="flex-end" mt={4}>
      {lines.map(({ name, label, color }) => (
        <Group key={name} gap={6} wrap="nowrap">
          <ColorSwatch
            size={10}
            withShadow={false}
            color={parseThemeColor({ color, theme }).value}
          />
          <Text size="sm">{label}</Text>
        </Group>
      ))}
    </Group>
  )
}
