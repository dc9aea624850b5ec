import {
  Autocomplete,
  ComboboxEmpty,
  ComboboxOptions,
  type CSSVariablesResolver,
  createTheme,
  darken,
  type MantineTheme,
  MultiSelect,
  Select,
  TagsInput,
} from '@mantine/core'

// What has the role listbox scrolls itself: arrows move in it from the field. A scroll area inside
// it could be reached by nobody who has only a keyboard.
const scrollsItself = { defaultProps: { withScrollArea: false } }

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
    ComboboxOptions: ComboboxOptions.extend({
      defaultProps: { mah: 220, style: { overflowY: 'auto' } },
    }),
    Select: Select.extend(scrollsItself),
    MultiSelect: MultiSelect.extend(scrollsItself),
    Autocomplete: Autocomplete.extend(scrollsItself),
    TagsInput: TagsInput.extend(scrollsItself),
  },
})

/** What stands on a light button, which is darker while it is pointed at. */
function underThePointer(colors: MantineTheme['colors']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(colors).map(([name, shades]) => [
      `--mantine-color-${name}-light-color`,
      darken(shades[9], 0.25),
    ]),
  )
}

/** Mantine's dimmed text, placeholders and those of warnings and errors are too pale to read for many: WCAG asks for 4.5 to 1. */
export const variables: CSSVariablesResolver = (made) => ({
  variables: {},
  light: {
    ...underThePointer(made.colors),
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
