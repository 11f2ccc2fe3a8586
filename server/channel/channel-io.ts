import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { z } from 'zod'
import { assetBlob, channel } from '#db/schema.ts'
import type { App } from '../app.ts'
import type { Account, Io, Secret, SecretStore } from '../network/connector.ts'
import { NetworkProblem } from '../network/network-problem.ts'

export type ChannelRow = typeof channel.$inferSelect

const secret = z.record(z.string(), z.string())
const facts = z.object({ options: z.record(z.string(), z.string()).default({}) })

/** Where a channel's credentials are sealed: they open nowhere else. */
const place = (row: Pick<ChannelRow, 'id' | 'workspaceId'>) => `${row.workspaceId}:${row.id}:credentials`

export const sealSecret = (app: App, row: Pick<ChannelRow, 'id' | 'workspaceId'>, value: Secret): Buffer =>
  app.vault.seal(JSON.stringify(value), place(row))

/** The connected account of a channel, without its secret. */
export const accountOf = (row: ChannelRow): Account => ({
  remoteId: row.remoteId,
  handle: row.handle,
  options: facts.parse(row.facts).options,
})

/** How long one process may renew credentials before it counts as dead, ms. */
const RENEWAL_MS = 45_000
const LOOK_AGAIN_MS = 150

/** The secret of a channel in its row: opened on each read, renewed by one process at a time. */
export function channelSecrets(app: App, row: Pick<ChannelRow, 'id' | 'workspaceId'>): SecretStore {
  const here = and(eq(channel.workspaceId, row.workspaceId), eq(channel.id, row.id))
  const open = (sealed: Buffer | null): Secret => {
    if (!sealed) throw new NetworkProblem('authExpired', 'the channel is not connected')
    return secret.parse(JSON.parse(app.vault.open(sealed, place(row))))
  }
  return {
    async read() {
      const [found] = await app.store.read.select({ sealed: channel.credentials }).from(channel).where(here)
      return open(found?.sealed ?? null)
    },
    async renew(change) {
      for (;;) {
        const now = app.now()
        const [mine] = await app.store.write((db) =>
          db
            .update(channel)
            .set({ renewingUntil: now + RENEWAL_MS })
            .where(and(here, or(isNull(channel.renewingUntil), lt(channel.renewingUntil, now))))
            .returning({ sealed: channel.credentials }),
        )
        if (!mine) {
          await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
          continue
        }
        const release = (values: { credentials?: Buffer }) =>
          app.store.write((db) =>
            db
              .update(channel)
              .set({ renewingUntil: null, ...values })
              .where(and(here, eq(channel.renewingUntil, now + RENEWAL_MS)))
              .then(() => undefined),
          )
        try {
          const fresh = await change(open(mine.sealed))
          await release({ credentials: sealSecret(app, row, fresh) })
          return fresh
        } catch (error) {
          await release({})
          throw error
        }
      }
    },
  }
}

/** All that a connector may touch for a channel. */
export function channelIo(app: App, row: ChannelRow, signal?: AbortSignal): Io {
  return {
    app,
    workspaceId: row.workspaceId,
    account: accountOf(row),
    secrets: channelSecrets(app, row),
    fetch: app.outbound.fetch,
    now: app.now,
    async media(id) {
      const [blob] = await app.store.read
        .select({ bytes: assetBlob.bytes })
        .from(assetBlob)
        .where(
          and(
            eq(assetBlob.workspaceId, row.workspaceId),
            eq(assetBlob.assetId, id),
            eq(assetBlob.size, 'original'),
          ),
        )
      if (!blob) throw new NetworkProblem('rejected', 'a picture of the post is no longer in the library')
      return blob.bytes
    },
    ...(signal && { signal }),
  }
}
