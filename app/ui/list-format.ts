import { useFormatter } from 'use-intl'

/** Joins words as the reader's language does: "Ada, Ben, and Mina", "Ada, Ben 및 Mina". */
export function useListFormat(): (words: readonly string[]) => string {
  const format = useFormatter()
  return (words) => format.list(words)
}
