import { type Element, type Node, push, type Style } from './nodes'
import { PLACEHOLDER, PLACEHOLDER_HERE } from './placeholders'

const RESERVED = new Set('_*[]()~`>#+-=|{}.!')
const STYLE_OF: Record<string, Style> = {
  '*': 'bold',
  _: 'italic',
  __: 'underline',
  '~': 'strike',
  '||': 'spoiler',
}
const PRE = /```(?:([^\s`\\]+)(?=\n))?\n?((?:\\[ -~]|[^`\\]|`(?!``))*)```/y
const CODE = /`((?:\\[ -~]|[^`\\])*)`/y
const ADDRESS = /\]\(((?:\\[ -~]|[^)\\])*)\)/y
const EMOJI = /^tg:\/\/emoji\?id=(\d+)$/

/**
 * MarkdownV2 (https://core.telegram.org/bots/api#markdownv2-style) as a tree; null where Telegram would
 * refuse it. `{name}` needs no escaping, and `\{name\}` is told by `{{name}}`, as HTML does.
 */
export function readMarkdown(source: string): Node[] | null {
  return new Reader(source).read()
}

interface Open {
  mark: string
  children: Node[]
}

class Reader {
  private at = 0
  private readonly open: Open[] = [{ mark: '', children: [] }]
  private literal = ''

  constructor(private readonly source: string) {}

  read(): Node[] | null {
    while (this.at < this.source.length) {
      if (!this.step()) return null
    }
    this.flush()
    if (this.inside.mark === '>') this.endQuote(false)
    return this.open.length === 1 ? this.inside.children : null
  }

  private get inside(): Open {
    return this.open[this.open.length - 1] as Open
  }

  private step(): boolean {
    const { source, at } = this
    const here = source[at] as string
    if (here === '\\' && /[ -~]/.test(source[at + 1] ?? '')) return this.text(source[at + 1], 2)
    if (here === '\n') return this.lineFeed()
    if (here === '>' && this.isLineStart()) return this.startQuote()
    if (source.startsWith('```', at)) return this.code(PRE)
    if (here === '`') return this.code(CODE)
    if (here === '[') return this.begin('[', 1)
    if (source.startsWith('![', at)) return this.begin('![', 2)
    if (here === ']' && this.inside.mark.endsWith('[')) return this.endLink()
    const placeholder = match(PLACEHOLDER_HERE, source, at)
    if (placeholder) {
      this.flush()
      push(this.inside.children, placeholder[0])
      this.at += placeholder[0].length
      return true
    }
    const mark = this.markHere()
    if (mark) return this.toggle(mark)
    return RESERVED.has(here) ? false : this.text(here, 1)
  }

  private text(text = '', length = 0): boolean {
    this.literal += text
    this.at += length
    return true
  }

  private flush(): void {
    push(this.inside.children, this.literal.replace(PLACEHOLDER, '{$&}'))
    this.literal = ''
  }

  private begin(mark: string, length: number): boolean {
    this.flush()
    this.open.push({ mark, children: [] })
    this.at += length
    return true
  }

  private end(make: (children: Node[]) => Element): void {
    this.flush()
    const { children } = this.open.pop() as Open
    if (children.length > 0) push(this.inside.children, make(children))
  }

  private markHere(): string | undefined {
    const two = this.source.slice(this.at, this.at + 2)
    if (two in STYLE_OF) {
      // `___` closes what was opened last, first.
      return two === '__' && this.inside.mark === '_' ? '_' : two
    }
    const one = two.charAt(0)
    return one in STYLE_OF ? one : undefined
  }

  private toggle(mark: string): boolean {
    if (
      this.inside.mark === '>' &&
      mark === '||' &&
      /^\|\|(\n|$)/.test(this.source.slice(this.at))
    ) {
      this.flush()
      this.endQuote(true)
      this.at += 2
      return true
    }
    if (this.inside.mark !== mark) return this.begin(mark, mark.length)
    this.end((children) => ({ type: STYLE_OF[mark] as Style, children }))
    this.at += mark.length
    return true
  }

  private code(pattern: RegExp): boolean {
    const found = match(pattern, this.source, this.at)
    if (!found) return false
    this.flush()
    this.at += found[0].length
    const isPre = pattern === PRE
    const text = unescaped((isPre ? found[2] : found[1]) ?? '')
    const children = text ? [text] : []
    if (!text) return true
    push(
      this.inside.children,
      isPre ? { type: 'pre', language: found[1] ?? null, children } : { type: 'code', children },
    )
    return true
  }

  private endLink(): boolean {
    const found = match(ADDRESS, this.source, this.at)
    if (!found) return false
    this.at += found[0].length
    const url = unescaped(found[1] ?? '')
    if (this.inside.mark === '[') {
      this.end((children) => ({ type: 'link', url, children }))
      return true
    }
    const id = EMOJI.exec(url)?.[1]
    if (!id) return false
    this.end((children) => ({ type: 'emoji', id, children }))
    return true
  }

  private isLineStart(): boolean {
    return this.at === 0 || this.source[this.at - 1] === '\n'
  }

  private startQuote(): boolean {
    return this.inside.mark === '>' ? this.text('', 1) : this.begin('>', 1)
  }

  private lineFeed(): boolean {
    if (this.inside.mark === '>' && this.source[this.at + 1] !== '>') {
      this.flush()
      this.endQuote(false)
    }
    return this.text('\n', 1)
  }

  private endQuote(expandable: boolean): void {
    this.end((children) => ({ type: 'quote', expandable, children }))
  }
}

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(source)
}

function unescaped(text: string): string {
  return text.replace(/\\([ -~])/g, '$1')
}
