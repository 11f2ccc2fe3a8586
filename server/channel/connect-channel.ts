import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { channel, team } from '#db/schema.ts'
import { DEFAULT_FLOW, NO_FLOW } from '../approval/flow.rules.ts'
import { type Ctx, permit } from '../core/ctx.ts'
import { type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import type { Connected, Connector } from '../network/connector.ts'
import { NETWORKS } from '../network/network.rules.ts'
import { networkId } from '../network/network-id.rules.ts'
import { connectorOf } from '../network/registry.ts'
import { nameText } from '../platform/clean-input.rules.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { type ChannelRow, sealSecret } from './channel-io.ts'
import { askNetwork } from './network-trouble.ts'
import { mayGoPlain } from './plain-http.rules.ts'
import { watchChannel } from './poll-channel.job.ts'
import { tell } from './tell-channel.ts'

/**
 * Connects a profile with what the network's own dialog asked for. An account that is already here and needs a login is
 * connected again in place; one that works is refused, so that nothing goes out twice.
 */
export const connectChannel = verb({
  name: 'channel.connect',
  permission: 'channel:manage',
  input: z.object({
    network: networkId,
    teamId: z.string(),
    /** By field name, as `readNetworks` lists them. */
    fields: z.record(z.string().max(60), z.string().max(2_000)),
    name: nameText().min(1).max(80).optional(),
    approval: z.enum(['none', 'required']).default('required'),
  }),
  async run(ctx, input) {
    permit(ctx, 'channel:manage', input.teamId)
    const connector = connectorOf(input.network)
    if (!connector)
      throw new Problem('channel.notYet', { params: { network: NETWORKS[input.network].label } })
    const seen = await signIn(ctx, connector, input.fields)
    return transact(ctx, async (tx) => {
      const found = await settle(tx, connector, seen)
      const [home] = await tx.db
        .select({ zone: team.zone })
        .from(team)
        .where(and(eq(team.workspaceId, ctx.workspaceId), eq(team.id, input.teamId), isNull(team.archivedAt)))
      if (!home) throw new Problem('request.notFound', { status: 404, field: 'teamId' })
      const [known] = await tx.db
        .select()
        .from(channel)
        .where(
          and(
            eq(channel.workspaceId, ctx.workspaceId),
            eq(channel.network, input.network),
            eq(channel.remoteId, found.account.remoteId),
            isNull(channel.removedAt),
          ),
        )
      if (known?.status === 'connected')
        throw new Problem('channel.alreadyConnected', { status: 409, params: { name: known.name } })
      if (known) return { id: (await renewConnection(tx, known, found)).id }
      const id = newId()
      const [row] = await tx.db
        .insert(channel)
        .values({
          id,
          workspaceId: ctx.workspaceId,
          teamId: input.teamId,
          network: input.network,
          name: input.name ?? found.profile.name,
          handle: found.account.handle,
          remoteId: found.account.remoteId,
          zone: home.zone,
          flow: input.approval === 'none' ? NO_FLOW : DEFAULT_FLOW,
          credentials: sealSecret(ctx.app, { id, workspaceId: ctx.workspaceId }, found.secret),
          facts: { options: found.account.options, url: found.profile.url },
          status: 'connected',
          createdAt: tx.now,
        })
        .returning()
      if (row) tell(tx, 'channel.connected', row)
      await watchChannel(tx, id)
      return { id }
    })
  },
})

/** A new login for a channel that is here: the same account, or it is refused. */
export const reconnectChannel = verb({
  name: 'channel.reconnect',
  permission: 'channel:manage',
  input: z.object({
    channelId: z.string(),
    fields: z.record(z.string().max(60), z.string().max(2_000)),
  }),
  async run(ctx, input) {
    const [row] = await ctx.store.read
      .select()
      .from(channel)
      .where(
        and(
          eq(channel.workspaceId, ctx.workspaceId),
          eq(channel.id, input.channelId),
          isNull(channel.removedAt),
        ),
      )
    if (!row) throw notFound()
    permit(ctx, 'channel:manage', row.teamId)
    const connector = connectorOf(networkId.parse(row.network))
    if (!connector) throw notFound()
    const found = await signIn(ctx, connector, input.fields)
    if (found.account.remoteId !== row.remoteId)
      throw new Problem('channel.otherAccount', {
        status: 409,
        params: { handle: found.account.handle, expected: row.handle },
      })
    await transact(ctx, async (tx) => renewConnection(tx, row, await settle(tx, connector, found)))
    return { id: row.id }
  },
})

/** A password goes over plain http only to this machine, or to a host of one's own that the operator has named. */
function refusePlainHttp(
  { auth }: Connector,
  fields: Readonly<Record<string, string>>,
  allowed: readonly string[],
): void {
  if (!auth.fields.some(({ type }) => type === 'password')) return
  for (const { name, type } of auth.fields) {
    const typed = type === 'url' ? (fields[name]?.trim() ?? '') : ''
    if (!mayGoPlain(typed, allowed))
      throw new Problem('channel.plainHttp', {
        status: 422,
        field: `fields.${name}`,
        params: { address: typed },
      })
  }
}

async function signIn(
  ctx: Ctx,
  connector: Connector,
  fields: Readonly<Record<string, string>>,
): Promise<Connected> {
  const missing = connector.auth.fields.find((field) => field.required && !fields[field.name]?.trim())
  if (missing) throw new Problem('channel.fieldMissing', { field: `fields.${missing.name}` })
  refusePlainHttp(connector, fields, ctx.app.settings.outboundAllow)
  const { label } = NETWORKS[connector.network]
  const found = await askNetwork(label, () =>
    connector.auth.complete(fields, null, {
      app: ctx.app,
      workspaceId: ctx.workspaceId,
      fetch: ctx.app.outbound.fetch,
      now: ctx.now,
    }),
  )
  // Where an account lives is read from its public documents, which may name a server that nobody here typed.
  const plain = Object.values(found.account.options).find(
    (address) => !mayGoPlain(address, ctx.app.settings.outboundAllow),
  )
  if (plain) throw new Problem('channel.plainServer', { status: 422, params: { address: plain } })
  return found
}

/** What the network keeps in our own house is made with the channel, or not at all. */
async function settle(tx: Tx, { auth, network }: Connector, found: Connected): Promise<Connected> {
  return auth.settle
    ? askNetwork(NETWORKS[network].label, async () => auth.settle?.(tx, found) ?? found)
    : found
}

async function renewConnection(tx: Tx, row: ChannelRow, found: Connected): Promise<ChannelRow> {
  const [after] = await tx.db
    .update(channel)
    .set({
      handle: found.account.handle,
      credentials: sealSecret(tx.ctx.app, row, found.secret),
      renewingUntil: null,
      facts: { ...row.facts, options: found.account.options, url: found.profile.url },
      status: 'connected',
      statusReason: null,
    })
    .where(and(eq(channel.workspaceId, row.workspaceId), eq(channel.id, row.id)))
    .returning()
  if (!after) throw notFound()
  tell(tx, 'channel.connected', after)
  await watchChannel(tx, after.id)
  return after
}
