import { workspacesOf } from './member/member-ctx.ts'
import { readBoard } from './post/card.reads.ts'
import { readDirectory, readHead } from './workspace/directory.reads.ts'

/** What the pages may call: reads here, acts through `act`. app/ reaches it as context.services. */
export const services = {
  board: { readBoard },
  directory: { readDirectory, readHead },
  member: { workspacesOf },
}

export type Services = typeof services
