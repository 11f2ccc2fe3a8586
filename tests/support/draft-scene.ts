import type { Page } from 'playwright-core'
import type { Ctx } from '#server/core/ctx.ts'
import { testChannel } from './planned-post.ts'
import { type TestServer, testServer } from './server.ts'

export interface DraftScene {
  server: TestServer
  owner: Ctx
  /** A manager, who approves. */
  mina: Ctx
  /** An editor, who writes. */
  bo: Ctx
  teamId: string
  /** Asks for one approval. */
  channelId: string
}

/** A server with people who write and approve together. */
export async function draftScene(): Promise<DraftScene> {
  const server = await testServer()
  const { owner, teamId } = await server.workspace()
  const mina = await server.member(owner, 'manager', { name: 'Mina Kim' })
  const bo = await server.member(owner, 'editor', { name: 'Bo Larsen' })
  return { server, owner, mina, bo, teamId, channelId: await testChannel(owner, teamId) }
}

/** What a draft of it says at first. */
export const TEXT = 'Summer is coming to our stores.'

/** Where a post's text is written. */
export const field = (page: Page) => page.locator('[data-draft-text]')
export const text = (page: Page): Promise<string> => field(page).inputValue()
