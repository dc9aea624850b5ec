import { ComboboxEmpty, type CSSVariablesResolver, createTheme } from '@mantine/core'

export const theme = createTheme({
  primaryColor: 'blue',
  defaultRadius: 'md',
  // Contrast of text on filled colours, for every eye.
  autoContrast: true,
  // The filled shade that white text is readable on: https://www.w3.org/TR/WCAG22/#contrast-minimum
  primaryShade: { light: 8, dark: 8 },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // A listbox holds nothing but options: https://www.w3.org/TR/wai-aria-1.2/#listbox
    ComboboxEmpty: ComboboxEmpty.extend({
      defaultProps: { role: 'option', 'aria-disabled': true, 'aria-selected': false },
    }),
  },
})

/** Mantine's dimmed text, placeholders and those of warnings and errors are too pale to read for many: WCAG asks for 4.5 to 1. */
export const variables: CSSVariablesResolver = (made) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': made.colors.gray[7],
    '--mantine-color-placeholder': made.colors.gray[7],
    '--mantine-color-yellow-light-color': '#7a4400',
    '--mantine-color-error': made.colors.red[9],
  },
  dark: {
    '--mantine-color-dimmed': made.colors.dark[1],
    '--mantine-color-placeholder': made.colors.dark[1],
    '--mantine-color-error': made.colors.red[4],
  },
})
