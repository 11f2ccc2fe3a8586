import { createContext, type HTMLAttributes, type ReactElement, useContext } from 'react'

/** The HTML of a piece of a page, rendered once for all the pages on which `by` has the same content. */
export type Keep = (by: readonly unknown[], piece: ReactElement) => string

const KeepContext = createContext<Keep | null>(null)

/** On the server; the browser has nothing to keep. */
export const KeepProvider = KeepContext.Provider

interface KeptProps extends HTMLAttributes<HTMLElement> {
  as: 'div' | 'nav' | 'section' | 'ul'
  /**
   * everything that the content shows but language and zone, the page's address too where there are links, and of the
   * present what follows from it: equal values must give equal HTML; no `useId` inside
   */
  by: () => readonly unknown[]
  /** with the contexts that it needs, as a page's own do not reach it on the server */
  children: ReactElement
}

/**
 * An element whose content many pages have in common: the server takes the text that it has rendered before, the browser
 * renders it like any other.
 */
export function Kept({ as: Tag, by, children, ...attributes }: KeptProps) {
  const keep = useContext(KeepContext)
  if (!keep) return <Tag {...attributes}>{children}</Tag>
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React has written it, and escaped what is in it
  return <Tag {...attributes} dangerouslySetInnerHTML={{ __html: keep(by(), children) }} />
}
