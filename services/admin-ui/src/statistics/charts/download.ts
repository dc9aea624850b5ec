import { csvOf } from './csv'
import type { Sheet } from './sheet'

/** Excel reads a file as UTF-8 only where it begins so. */
const BYTE_ORDER_MARK = '\uFEFF'

/** Gives what is on the screen as a file. */
export function downloadCsv(sheet: Sheet): void {
  const file = new Blob([BYTE_ORDER_MARK, csvOf(sheet)], { type: 'text/csv;charset=utf-8' })
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = `${sheet.title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()}.csv`
  link.click()
  URL.revokeObjectURL(address)
}
