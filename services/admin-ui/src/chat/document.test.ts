import { describe, expect, it } from 'vitest'
import { readDocument, writeDocument } from './document'
import { plainText, readHtml } from './rich-text'

describe('the text of a message', () => {
  it.each([
    '',
    'Hello',
    'Hello\nthere',
    'One\n\nTwo\n\n\nThree',
    '<b>bold</b> and <i>italic</i>',
    '<b>all <i>of <u>it</u></i></b>',
    '<b>bold <i>both</i></b><i> italic</i>',
    '<tg-spoiler>hidden</tg-spoiler>',
    '<a href="https://example.org/?a=1&amp;b=2">link</a>',
    '<a href="https://example.org"><b>bold link</b></a>',
    '1 &lt; 2 &amp;&amp; 3 &gt; 2',
    'Hello, {first_name|friend}! {var.name}',
    '<code>a &lt; b</code>',
    '<pre>line one\nline two</pre>',
    '<pre><code class="language-python">if a &lt; b:\n    pass</code></pre>',
    'Before\n<blockquote>said\nhe</blockquote>\nafter',
    '<blockquote expandable>long</blockquote>',
    '<blockquote>quote</blockquote>\n\nafter a blank line',
    'before a blank line\n\n<blockquote>quote</blockquote>',
    '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji> yes',
    '👩‍👩‍👧 family',
  ])('%j comes out of the editor as it went in', (html) => {
    expect(writeDocument(readDocument(html))).toBe(html)
  })

  it('with other names of the same tags looks the same', () => {
    const html =
      '<strong>a</strong><em>b</em><ins>c</ins><del>d</del><span class="tg-spoiler">e</span>'
    expect(writeDocument(readDocument(html))).toBe(
      '<b>a</b><i>b</i><u>c</u><s>d</s><tg-spoiler>e</tg-spoiler>',
    )
  })

  it('with a mark over lines has it on each', () => {
    expect(writeDocument(readDocument('<b>one\ntwo</b>'))).toBe('<b>one</b>\n<b>two</b>')
  })

  it('is counted without its markup', () => {
    expect(plainText(readHtml('<b>1 &lt; 2</b> 👍'))).toHaveLength(8)
  })

  it('runs nothing that it holds', () => {
    expect(readHtml('<script>alert(1)</script><img src=x onerror=alert(1)>a')).toEqual([
      'alert(1)',
      'a',
    ])
  })
})
