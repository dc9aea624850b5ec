import { describe, expect, it } from 'vitest'
import { readMarkdown } from './read-markdown'
import { writeHtml } from './write-html'

describe('MarkdownV2', () => {
  it.each([
    [
      '*b* _i_ __u__ ~s~ ||h|| `c`',
      '<b>b</b> <i>i</i> <u>u</u> <s>s</s> <tg-spoiler>h</tg-spoiler> <code>c</code>',
    ],
    ['*a _b ~c~_*', '<b>a <i>b <s>c</s></i></b>'],
    ['1 \\+ 1 \\= 2\\.', '1 + 1 = 2.'],
    ['`a * \\` b`', '<code>a * ` b</code>'],
    [
      '```python\nif a < b:\n  pass```',
      '<pre><code class="language-python">if a &lt; b:\n  pass</code></pre>',
    ],
    ['```\nx```', '<pre>x</pre>'],
    ['[here](https://example.org/a\\)b)', '<a href="https://example.org/a)b">here</a>'],
    [
      '![👍](tg://emoji?id=5368324170671202286)',
      '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
    ],
    ['a\n>b\n>c\nd', 'a\n<blockquote>b\nc</blockquote>\nd'],
    ['>b\n>c||', '<blockquote expandable>b\nc</blockquote>'],
    ['>*b*', '<blockquote><b>b</b></blockquote>'],
    ['Hi, *{first_name|my_friend}*', 'Hi, <b>{first_name|my_friend}</b>'],
    ['\\{name\\}', '{{name}}'],
  ])('%s is %s', (markdown, html) => {
    const nodes = readMarkdown(markdown)
    expect(nodes).not.toBeNull()
    expect(writeHtml(nodes ?? [])).toBe(html)
  })

  it.each(['a.', '*a', '[a]', '`a', 'a!', '1 + 1', '_*a_*'])(
    'is none, as Telegram says: %s',
    (markdown) => {
      expect(readMarkdown(markdown)).toBeNull()
    },
  )
})
