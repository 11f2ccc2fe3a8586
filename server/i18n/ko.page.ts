import { board } from './ko/board.ts'
import { postProblem, stageProblem } from './ko/board-problem.ts'
import { pause } from './ko/delivery.ts'
import { follow } from './ko/follow.ts'
import { network } from './ko/network.ts'
import { notification } from './ko/notification.ts'
import { outbox, outboxProblem } from './ko/outbox.ts'
import { requestProblem } from './ko/request-problem.ts'
import { shell } from './ko/shell.ts'
import { time } from './ko/time.ts'
import { ui } from './ko/ui.ts'
import { view } from './ko/view.ts'
import type { Messages, Same } from './messages.ts'

/**
 * What every page brings along in Korean: the frame around it, the board one begins with, and why something is refused
 * before the server was asked. Everything else comes with the code that says it (`app/late-words.ts`).
 */
export const page: Same<Messages> = {
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
