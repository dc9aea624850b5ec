/** How a number went, as a line without axes; what it says stands in words beside it. */
export function Sparkline({
  values,
  width = 56,
  height = 20,
}: {
  values: readonly number[]
  width?: number
  height?: number
}) {
  return (
    <svg width={width} height={height} aria-hidden style={{ flex: 'none', overflow: 'visible' }}>
      <polyline
        points={pointsOf(values, width, height)}
        fill="none"
        stroke="var(--mantine-primary-color-filled)"
        strokeWidth={1.5}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  )
}

/** The highest value is at the top; a line of zeros lies at the bottom. */
export function pointsOf(values: readonly number[], width: number, height: number): string {
  const most = Math.max(...values, 1)
  const step = width / Math.max(values.length - 1, 1)
  return values
    .map((value, index) => `${round(index * step)},${round(height - (value / most) * height)}`)
    .join(' ')
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}
