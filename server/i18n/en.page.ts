import { board } from './en/board.ts'
import { postProblem, stageProblem } from './en/board-problem.ts'
import { pause } from './en/delivery.ts'
import { follow } from './en/follow.ts'
import { network } from './en/network.ts'
import { notification } from './en/notification.ts'
import { outbox, outboxProblem } from './en/outbox.ts'
import { requestProblem } from './en/request-problem.ts'
import { shell } from './en/shell.ts'
import { time } from './en/time.ts'
import { ui } from './en/ui.ts'
import { view } from './en/view.ts'

/**
 * What every page brings along in English: the frame around it, the board one begins with, and why something is refused
 * before the server was asked. Everything else comes with the code that says it (`app/late-words.ts`).
 */
export const page = {
  board,
  delivery: { pause },
  follow,
  network,
  notification,
  outbox,
  problem: { outbox: outboxProblem, request: requestProblem, post: postProblem, stage: stageProblem },
  shell,
  time,
  ui,
  view,
}
