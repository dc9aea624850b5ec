interface Entry {
  at: string
}

/** Groups what is in the order of time by the days of the browser's clock. */
export function byDays<E extends Entry>(entries: readonly E[]): { key: string; entries: E[] }[] {
  const days: { key: string; entries: E[] }[] = []
  for (const entry of entries) {
    const key = new Date(entry.at).toDateString()
    const last = days.at(-1)
    if (last?.key === key) last.entries.push(entry)
    else days.push({ key, entries: [entry] })
  }
  return days
}
