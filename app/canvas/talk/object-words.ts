import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { CanvasObject } from '#server/canvas/canvas.rules.ts'
import { MAX_WORDS, type ObjectAnchor } from '#server/comment/canvas-thread.rules.ts'
import { useCanvas } from '../canvas-context.ts'
import { useCanvasWords } from '../canvas-words.ts'

const wordsOf = (object: CanvasObject): string => {
  switch (object.kind) {
    case 'note':
    case 'text':
      return object.text
    case 'frame':
      return object.title
    case 'image':
      return object.alt
    default:
      return ''
  }
}

/** What an object is, in a line: kept with a discussion on it. */
export const aboutOf = (object: CanvasObject): ObjectAnchor => ({
  kind: 'object',
  what: object.kind,
  words: wordsOf(object).replace(/\s+/g, ' ').trim().slice(0, MAX_WORDS).toWellFormed(),
  ...(object.kind === 'post' ? { postId: object.postId } : {}),
})

/** Names an object in the reader's language: “Note: Lanterns on the bridge”; a post by its title, if one may see it. */
export function useObjectName(about: ObjectAnchor | null): string {
  const t = useCanvasWords()
  const { shelf } = useCanvas()
  const postId = about?.postId ?? ''
  const title = useStore(shelf.store, ({ cards }) => cards.get(postId)?.title)
  useEffect(() => {
    if (postId) shelf.want([postId])
  }, [shelf, postId])
  if (!about) return t('talk.object')
  const kind = t(`kind.${about.what}`)
  const words = title || about.words
  return words ? t('talk.named', { kind, words }) : kind
}
