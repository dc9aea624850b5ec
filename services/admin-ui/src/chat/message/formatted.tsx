import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Element, Node } from '../markup/nodes'
import { parts } from '../markup/placeholders'
import classes from './message.module.css'

/** A formatted text, as elements of our own only. */
export function Formatted({ nodes }: { nodes: readonly Node[] }) {
  return nodes.map(
    (node, at) =>
      // biome-ignore-start lint/suspicious/noArrayIndexKey: a piece of a text is nothing but its place
      typeof node === 'string' ? (
        <Words key={at} text={withoutBlockLines(nodes, at)} />
      ) : (
        <Formed key={at} element={node} />
      ),
    // biome-ignore-end lint/suspicious/noArrayIndexKey: as above
  )
}

/** A block begins a line and ends one, so that line feeds beside it show no line of their own. */
function withoutBlockLines(nodes: readonly Node[], at: number): string {
  let text = nodes[at] as string
  if (isBlock(nodes[at - 1])) text = text.replace(/^\n/, '')
  if (isBlock(nodes[at + 1])) text = text.replace(/\n$/, '')
  return text
}

function isBlock(node: Node | undefined): boolean {
  return typeof node === 'object' && (node.type === 'pre' || node.type === 'quote')
}

function Words({ text }: { text: string }) {
  return parts(text).map((part, at) =>
    part.isPlaceholder ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece of a text is nothing but its place
      <span key={at} className={classes.placeholder}>
        {part.text}
      </span>
    ) : (
      part.text
    ),
  )
}

function Formed({ element }: { element: Element }) {
  const inner = <Formatted nodes={element.children} />
  switch (element.type) {
    case 'bold':
      return <strong>{inner}</strong>
    case 'italic':
      return <em>{inner}</em>
    case 'underline':
      return <u>{inner}</u>
    case 'strike':
      return <s>{inner}</s>
    case 'code':
      return <code>{inner}</code>
    case 'spoiler':
      return <Spoiler nodes={element.children} />
    case 'link':
      // It is not to be followed from here.
      return (
        <span className={classes.link} title={element.url}>
          {inner}
        </span>
      )
    case 'emoji':
      return <span>{inner}</span>
    case 'pre':
      return (
        <pre>
          {element.language && <span className={classes.language}>{element.language}</span>}
          <code>{inner}</code>
        </pre>
      )
    case 'quote':
      return element.expandable ? (
        <FoldedQuote nodes={element.children} />
      ) : (
        <blockquote>{inner}</blockquote>
      )
  }
}

function Spoiler({ nodes }: { nodes: readonly Node[] }) {
  const { t } = useTranslation('chat')
  const [isShown, setShown] = useState(false)
  if (isShown) return <Formatted nodes={nodes} />
  return (
    <button
      type="button"
      className={classes.spoiler}
      aria-label={t('preview.spoiler')}
      onClick={() => setShown(true)}
    >
      <span aria-hidden>
        <Formatted nodes={nodes} />
      </span>
    </button>
  )
}

function FoldedQuote({ nodes }: { nodes: readonly Node[] }) {
  const { t } = useTranslation('chat')
  const [isOpen, setOpen] = useState(false)
  return (
    <blockquote className={classes.foldable}>
      <div className={isOpen ? undefined : classes.folded}>
        <Formatted nodes={nodes} />
      </div>
      <button
        type="button"
        className={classes.fold}
        aria-expanded={isOpen}
        aria-label={t(isOpen ? 'preview.fold' : 'preview.unfold')}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? '▴' : '▾'}
      </button>
    </blockquote>
  )
}
