export interface MapSearch {
  view?: 'list'
  around?: string
  striking?: true
}

export function mapSearch(given: Record<string, unknown>): MapSearch {
  return {
    ...(given.view === 'list' ? { view: 'list' } : {}),
    ...(typeof given.around === 'string' && /^[a-z]+:\d+$/.test(given.around)
      ? { around: given.around }
      : {}),
    ...(given.striking === true ? { striking: true } : {}),
  }
}
