import type { CanvasObject } from '#server/canvas/canvas.rules.ts'
import { MAX_WORDS, type ObjectAnchor } from '#server/comment/canvas-thread.rules.ts'
import { useCanvasWords } from '../canvas-words.ts'
import type { CardShelf } from '../card-shelf.ts'

const wordsOf = (object: CanvasObject, shelf: CardShelf): string => {
  switch (object.kind) {
    case 'note':
    case 'text':
      return object.text
    case 'frame':
      return object.title
    case 'image':
      return object.alt
    case 'post':
      return shelf.store.getState().cards.get(object.postId)?.title ?? ''
    default:
      return ''
  }
}

/** What an object is, in a line: kept with a discussion on it. */
export const aboutOf = (object: CanvasObject, shelf: CardShelf): ObjectAnchor => ({
  kind: 'object',
  what: object.kind,
  words: wordsOf(object, shelf).replace(/\s+/g, ' ').trim().slice(0, MAX_WORDS).toWellFormed(),
})

/** Names an object in the reader's language: “Note: Lanterns on the bridge”. */
export function useObjectName(): (about: ObjectAnchor | null) => string {
  const t = useCanvasWords()
  return (about) => {
    if (!about) return t('talk.object')
    const kind = t(`kind.${about.what}`)
    return about.words ? t('talk.named', { kind, words: about.words }) : kind
  }
}
