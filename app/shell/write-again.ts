import { handlerOf } from './command-handlers.ts'

/** The words of a post that was not made, until a form takes them in. */
let words = ''

export function takeWords(): string {
  const taken = words
  words = ''
  return taken
}

/** How a post is begun on this page: in sight (`post.write`), where that takes more than the key for it does. */
const writer = () => handlerOf('post.write') ?? handlerOf('post.new')

/** Begins a post with words that were written before; where none can be begun, they wait for the next that is. */
export function writeAgain(title: string): void {
  words = title
  writer()?.()
}

/** Whether a post can be begun on this page. */
export const mayWrite = (): boolean => writer() !== undefined
