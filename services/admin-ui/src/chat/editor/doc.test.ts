import { describe, expect, it } from 'vitest'
import { readHtml } from '../markup/read-html'
import { writeHtml } from '../markup/write-html'
import { fromDocument, toDocument } from './doc'

function edited(html: string): string {
  return writeHtml(fromDocument(toDocument(readHtml(html) ?? [])))
}

describe('the document of the editor', () => {
  it.each([
    ['nothing', ''],
    ['blank lines', 'a\n\n\nb\n'],
    ['blank lines at the beginning', '\n\na'],
    ['spaces', '  a  b  '],
    ['a style over lines', '<b>a\n\nb</b>\nc'],
    ['styles in one another', '<b>a <i>b <u>c</u></i> d</b>'],
    ['a link with styles', '<a href="https://example.org/{user_id}">a <b>b</b></a>'],
    ['two links side by side', '<a href="https://a.org">a</a><a href="https://b.org">b</a>'],
    ['escaped signs', '1 &lt; 2 &amp; <b>&gt;</b>'],
    ['lines of code', '<code>a</code>\n<code>b</code>'],
    ['a tag in code', '<code>&lt;b&gt;</code>'],
    [
      'code with a language',
      '<pre><code class="language-html">&lt;b&gt;\n\n&lt;/b&gt;</code></pre>',
    ],
    ['a quote between lines', 'a\n<blockquote>b\n\n<b>c</b></blockquote>\nd'],
    ['code in a quote', '<blockquote expandable>a\n<pre>b</pre>\nc</blockquote>'],
    ['blocks in a row', '<blockquote>a</blockquote>\n<pre>b</pre>\n<blockquote>c</blockquote>'],
    ['blank lines around blocks', '\n<pre>a</pre>\n\n<blockquote>b</blockquote>\n'],
    ['a custom emoji', '<b>a <tg-emoji emoji-id="5368324170671202286">👍</tg-emoji></b>'],
    ['placeholders', '{first_name|friend}, {{name}}: <b>{var.city}</b> {1} {time@Europe/Moscow}'],
  ])('keeps %s', (_, html) => {
    expect(edited(html)).toBe(html)
  })

  it.each([
    ['a style around a block goes into it', '<b>a\n<pre>b</pre></b>', '<b>a</b>\n<pre>b</pre>'],
    ['a block begins a line', 'a<blockquote>b</blockquote>c', 'a\n<blockquote>b</blockquote>\nc'],
    ['code has no other style', '<b><code>a</code></b>', '<code>a</code>'],
    ['a style stands once', '<b>a<b>b</b></b>', '<b>ab</b>'],
    [
      'quotes have no quotes',
      '<blockquote>a\n<blockquote>b</blockquote></blockquote>',
      '<blockquote>a\nb</blockquote>',
    ],
  ])('%s', (_, html, same) => {
    expect(edited(html)).toBe(same)
    expect(edited(same)).toBe(same)
  })
})
