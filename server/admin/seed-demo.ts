import { workspaceName } from '#db/seed/demo/company.ts'
import { conversationsDe } from '#db/seed/demo/conversations-de.ts'
import { conversationsEn } from '#db/seed/demo/conversations-en.ts'
import { conversationsEs } from '#db/seed/demo/conversations-es.ts'
import { conversationsKo } from '#db/seed/demo/conversations-ko.ts'
import { leafPosts } from '#db/seed/demo/leaf-of-the-week.ts'
import { postsBerlin } from '#db/seed/demo/posts-berlin.ts'
import { postsHq } from '#db/seed/demo/posts-hq.ts'
import { postsHqMore } from '#db/seed/demo/posts-hq-more.ts'
import { postsMadrid } from '#db/seed/demo/posts-madrid.ts'
import { postsSeoul } from '#db/seed/demo/posts-seoul.ts'
import type { Ctx } from '../core/ctx.ts'
import { emit, transact } from '../core/transact.ts'
import { plantRows } from './demo/demo-rows.ts'
import { DAY, emptyScene, type Scene } from './demo/demo-scene.ts'
import { numberPages } from './demo/number-pages.ts'
import { plantBeside } from './demo/plant-beside.ts'
import { plantBonds } from './demo/plant-bonds.ts'
import { plantCanvas } from './demo/plant-canvas.ts'
import { plantChannels, plantPeople } from './demo/plant-company.ts'
import { plantConversations } from './demo/plant-conversations.ts'
import { type DrawnCover, drawCovers, plantCovers } from './demo/plant-covers.ts'
import { plantFigures } from './demo/plant-figures.ts'
import { plantPosts } from './demo/plant-posts.ts'
import { plantStages } from './demo/plant-stages.ts'
import { plantThreads } from './demo/plant-threads.ts'

/** What the demo's workspace is called, and when it began, epoch ms. */
export const DEMO_NAME = workspaceName
export const demoBegan = (now: number): number => now - 131 * DAY

/** How many events of the past go into the log at once. */
const SLICE = 250

/**
 * Fills a fresh workspace with the demo company, dated around `owner.now()`: people, channels on the practice network,
 * posts in every stage, talk, the inbox and months of figures. `passwordHash` opens every demo account; without it
 * nobody can sign in as them. Takes a second or two; done in slices, for a statement carries only so much.
 */
export async function seedDemo(
  owner: Ctx,
  passwordHash: string | null = null,
  drawn?: readonly DrawnCover[],
): Promise<void> {
  const covers = drawn ?? (await drawCovers())
  const scene = emptyScene(owner)
  await plantCovers({ ...scene, ctx: { ...owner, now: () => demoBegan(scene.now) } }, covers)
  await plantPeople(scene, passwordHash)
  plantChannels(scene)
  plantPosts(scene, [
    ...leafPosts(),
    ...postsHq,
    ...postsHqMore,
    ...postsSeoul,
    ...postsMadrid,
    ...postsBerlin,
  ])
  plantStages(scene)
  plantBonds(scene)
  plantThreads(scene)
  plantBeside(scene)
  await plantCanvas(scene)
  plantConversations(scene, [...conversationsEn, ...conversationsKo, ...conversationsEs, ...conversationsDe])
  numberPages(scene)
  plantFigures(scene)
  await plantRows(owner, scene.rows)
  await writePast(scene)
}

async function writePast({ ctx, past }: Scene): Promise<void> {
  const inOrder = past.toSorted((a, b) => a.at - b.at)
  for (let from = 0; from < inOrder.length; from += SLICE)
    await transact(ctx, async (tx) => {
      for (const { at, memberId, type, data, subjectId, audience } of inOrder.slice(from, from + SLICE))
        emit(tx, type, data as never, { subjectId, audience, past: { at, memberId } })
    })
}
