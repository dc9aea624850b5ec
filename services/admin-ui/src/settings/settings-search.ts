const TABS = ['status', 'me', 'accounts', 'tokens', 'webhooks'] as const

export type SettingsTab = (typeof TABS)[number]

export function settingsSearch(given: Record<string, unknown>): { tab?: SettingsTab } {
  const tab = TABS.find((one) => one === given.tab)
  return tab ? { tab } : {}
}
