import type { Cell, Sheet } from './sheet'

/** As a file: https://www.rfc-editor.org/rfc/rfc4180 */
export function csvOf(sheet: Pick<Sheet, 'columns' | 'rows'>): string {
  const lines = [sheet.columns.map((column) => column.name), ...sheet.rows]
  return lines.map((cells) => `${cells.map(field).join(',')}\r\n`).join('')
}

function field(cell: Cell): string {
  if (cell === null) return ''
  const text = typeof cell === 'number' ? String(cell) : inert(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * Spreadsheets calculate a text that begins like a formula, and people's texts can:
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
function inert(text: string): string {
  return /^\s*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
}
