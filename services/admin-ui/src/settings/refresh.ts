/** While the page is open it keeps itself up to date. */
export const REFRESH_MS = 10_000
