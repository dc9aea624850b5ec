import { createTheme } from '@mantine/core'

export const theme = createTheme({
  primaryColor: 'blue',
  defaultRadius: 'md',
  // Contrast of text on filled colours, for every eye.
  autoContrast: true,
  // The filled shade that white text is readable on: https://www.w3.org/TR/WCAG22/#contrast-minimum
  primaryShade: { light: 8, dark: 8 },
  cursorType: 'pointer',
  respectReducedMotion: true,
})
