import { describe, expect, it } from 'vitest'
import { readHtml } from './read-html'
import { writeHtml } from './write-html'

describe("Telegram's HTML", () => {
  it.each([
    ['nothing', ''],
    ['plain text with blank lines', 'a\n\n\n b '],
    ['each style', '<b>b</b><i>i</i><u>u</u><s>s</s><tg-spoiler>h</tg-spoiler><code>c</code>'],
    ['styles in one another', '<b>a <i>b <u>c</u></i> d</b>'],
    ['escaped signs', '1 &lt; 2 &amp;&amp; 3 &gt; 2 "quoted"'],
    ['a tag in code', '<code>&lt;b&gt;</code>'],
    [
      'code with a language',
      '<pre><code class="language-python">if a &lt; b:\n  pass</code></pre>',
    ],
    ['code without one', '<pre>x\n\ny</pre>'],
    ['a link', '<a href="https://example.org/?a=1&amp;b=&quot;2&quot;">here</a>'],
    ['quotes', '<blockquote>a\nb</blockquote>\n<blockquote expandable>c</blockquote>'],
    ['a custom emoji', '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>'],
    [
      'placeholders',
      'Hi, <b>{first_name|my <</b>{{name}} {time@Europe/Moscow}'.replace('<<', '&lt;<'),
    ],
  ])('is read and written without a change: %s', (_, html) => {
    const nodes = readHtml(html)
    expect(nodes).not.toBeNull()
    expect(writeHtml(nodes ?? [])).toBe(html)
  })

  it.each([
    [
      '<strong>a</strong><em>b</em><ins>c</ins><del>d</del><strike>e</strike>',
      '<b>a</b><i>b</i><u>c</u><s>d</s><s>e</s>',
    ],
    ['<span class="tg-spoiler">a</span>', '<tg-spoiler>a</tg-spoiler>'],
    ['<B>a</>', '<b>a</b>'],
    ['<b></b>a<i></i>', 'a'],
    ['&#65;&#x42;&#67 &nbsp; &lt&amp;lt;', 'ABC &amp;nbsp; &lt;&amp;lt;'],
    ["<a href='https://example.org'>a</a>", '<a href="https://example.org">a</a>'],
    ['<code class="language-js">a</code>', '<code>a</code>'],
    ['<pre><code>a</code></pre>', '<pre>a</pre>'],
  ])('%s is %s', (html, same) => {
    expect(writeHtml(readHtml(html) ?? [])).toBe(same)
  })

  it.each([
    '<p>a</p>',
    'a<br>',
    '<b>a',
    'a</b>',
    '<b><i>a</b></i>',
    '1 < 2',
    '<span>a</span>',
    '<',
  ])('is none, as Telegram says: %s', (html) => {
    expect(readHtml(html)).toBeNull()
  })
})
