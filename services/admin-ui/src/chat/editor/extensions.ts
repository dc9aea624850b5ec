import { Extension, type Extensions, Mark, mergeAttributes, Node } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'

/** Just what Telegram can show: https://core.telegram.org/bots/api#formatting-options */
export function makeExtensions(): Extensions {
  return [
    StarterKit.configure({
      heading: false,
      bulletList: false,
      orderedList: false,
      listItem: false,
      listKeymap: false,
      horizontalRule: false,
      hardBreak: false,
      link: false,
      // It would end each text with an empty line.
      trailingNode: false,
      blockquote: false,
      code: { HTMLAttributes: { spellcheck: 'false' } },
    }),
    Quote,
    Spoiler,
    Link,
    CustomEmoji,
    LineFeeds,
  ]
}

const Quote = Node.create({
  name: 'blockquote',
  group: 'block',
  // Quotes do not stand in quotes.
  content: '(paragraph | codeBlock)+',
  defining: true,
  addAttributes() {
    return {
      expandable: {
        default: false,
        parseHTML: (element: HTMLElement) => element.hasAttribute('expandable'),
        renderHTML: ({ expandable }) => (expandable ? { expandable: '' } : {}),
      },
    }
  },
  parseHTML() {
    return [{ tag: 'blockquote' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['blockquote', HTMLAttributes, 0]
  },
})

const Spoiler = Mark.create({
  name: 'spoiler',
  parseHTML() {
    return [{ tag: 'tg-spoiler' }, { tag: 'span.tg-spoiler' }]
  },
  renderHTML() {
    return ['tg-spoiler', {}, 0]
  },
  addKeyboardShortcuts() {
    return { 'Mod-Shift-p': () => this.editor.commands.toggleMark(this.name) }
  },
})

/** It is never followed from here, so that it is no `<a>`. */
const Link = Mark.create({
  name: 'link',
  inclusive: false,
  excludes: 'code link',
  addAttributes() {
    return {
      href: {
        default: '',
        parseHTML: (element: HTMLElement) => element.getAttribute('href') ?? element.title,
        renderHTML: ({ href }) => ({ title: href }),
      },
    }
  },
  parseHTML() {
    return [{ tag: 'a[href]' }, { tag: 'span[data-link]' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes({ 'data-link': '' }, HTMLAttributes), 0]
  },
})

/** It is kept as it is; only Telegram can show it. */
const CustomEmoji = Node.create({
  name: 'customEmoji',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes() {
    return {
      id: {
        default: '',
        parseHTML: (element: HTMLElement) => element.getAttribute('emoji-id'),
        renderHTML: ({ id }) => ({ 'emoji-id': id }),
      },
      alt: { default: '', parseHTML: (e: HTMLElement) => e.textContent, renderHTML: () => ({}) },
    }
  },
  parseHTML() {
    return [{ tag: 'tg-emoji[emoji-id]' }]
  },
  renderHTML({ node, HTMLAttributes }) {
    return ['tg-emoji', HTMLAttributes, node.attrs.alt]
  },
  renderText({ node }) {
    return node.attrs.alt
  },
})

/** A line is a line, however it was begun. */
const LineFeeds = Extension.create({
  name: 'lineFeeds',
  addKeyboardShortcuts() {
    return {
      'Shift-Enter': () =>
        this.editor.commands.first(({ commands }) => [
          () => commands.newlineInCode(),
          () => commands.splitBlock(),
        ]),
    }
  },
})
