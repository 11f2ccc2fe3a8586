import { and, count, eq, inArray, isNull } from 'drizzle-orm'
import { channel, delivery, variant } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import { may } from '../member/permission.rules.ts'
import type { DropFacts } from './drop.rules.ts'
import type { PostRow } from './load-post.ts'
import { stageIndex } from './stage.rules.ts'

/**
 * What dropping a card depends on, cheaply: whether its texts keep to their limits, whether they stand rejected and who
 * may decide exactly is judged by the verb itself, which the drop leads to.
 */
export async function dropFacts(tx: Tx, row: PostRow): Promise<DropFacts> {
  const { workspaceId, grants } = tx.ctx
  const variants = await tx.db
    .select({ text: variant.text, media: variant.media, flow: channel.flow })
    .from(variant)
    .innerJoin(channel, eq(channel.id, variant.channelId))
    .where(and(eq(variant.workspaceId, workspaceId), eq(variant.postId, row.id), isNull(variant.removedAt)))
  const [planned] = await tx.db
    .select({ n: count() })
    .from(delivery)
    .where(
      and(
        eq(delivery.workspaceId, workspaceId),
        eq(delivery.postId, row.id),
        inArray(delivery.state, ['planned', 'preparing', 'sending']),
      ),
    )
  const modes = variants.map(({ flow }) => (flow as { mode?: DropFacts['approval'] } | null)?.mode)
  const approval = modes.includes('required') ? 'required' : modes.includes('optional') ? 'optional' : 'none'
  const texts = variants.length ? variants.map((one) => one.text ?? row.text) : [row.text]
  const media = row.media.length + variants.reduce((sum, one) => sum + (one.media?.length ?? 0), 0)
  return {
    stage: row.stage,
    approval,
    approved: approval === 'none' || stageIndex(row.stage) >= stageIndex('approved'),
    planned: (planned?.n ?? 0) > 0,
    hasContent: media > 0 || texts.every((text) => text.trim() !== ''),
    channels: variants.length,
    altMissing: 0,
    rejected: 0,
    overLimit: 0,
    sendAt: row.sendAt,
    mayDecide: may(grants, 'post:decide', row.teamId),
    can: {
      write: may(grants, 'post:write', row.teamId),
      submit: may(grants, 'post:submit', row.teamId),
      schedule: may(grants, 'post:schedule', row.teamId),
    },
  }
}
