import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { member } from '#db/schema.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { notFound } from '../platform/problem.ts'
import { MAIL_KINDS, mailKindsOf } from './notification-mail.rules.ts'

/** Chooses which of one's own notifications also go by e-mail; kinds that are not named stay as they are. */
export const chooseMail = verb({
  name: 'notification.chooseMail',
  permission: 'signed-in',
  input: z.object({ kinds: z.partialRecord(z.enum(MAIL_KINDS), z.boolean()) }),
  async run(ctx, { kinds }) {
    const memberId = ctx.memberId ?? ''
    const mine = and(eq(member.workspaceId, ctx.workspaceId), eq(member.id, memberId))
    return transact(ctx, async (tx) => {
      const [before] = await tx.db.select({ mailKinds: member.mailKinds }).from(member).where(mine)
      if (!before) throw notFound()
      const mailKinds = { ...before.mailKinds, ...kinds }
      await tx.db.update(member).set({ mailKinds }).where(mine)
      emit(tx, 'notification.mailChosen', { kinds }, { subjectId: memberId, audience: { memberId } })
      return { kinds: mailKindsOf(mailKinds) }
    })
  },
})
