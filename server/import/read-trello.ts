import { Problem } from '../platform/problem.ts'
import { decodeText, guessEncoding } from './decode.ts'
import { MAX_ROWS } from './import.rules.ts'
import { parseTrello, type TrelloBoard } from './trello.rules.ts'

/** The board in a file. Problems: import.notJson, import.notTrello, import.emptyBoard, import.tooManyRows. */
export function readTrello(bytes: Buffer): TrelloBoard {
  const board = parseTrello(decodeText(bytes, guessEncoding(bytes)))
  if ('refuse' in board) throw new Problem(board.refuse, { params: { limit: MAX_ROWS } })
  return board
}
