import type { z } from 'zod'
import type { Ctx } from '../core/ctx.ts'
import type { Permission } from '../member/permission.rules.ts'
import type { EventType } from './catalogue.ts'

/** Figures that are read anew when the log moves them, and told to whoever looks: what no single event can carry. */
export interface LiveView<I = unknown, D = unknown, P = unknown> {
  name: string
  permission: Permission
  input: z.ZodType<I>
  /** Events after which it may read differently. */
  movedBy: readonly EventType[]
  read(ctx: Ctx, input: I): Promise<D>
  /** The step from one reading to the next; null: send all of it. `says`: whether it is worth sending. */
  step(before: D, after: D): { patch: P | null; says: boolean }
}

/** Declares one; its types are checked here and forgotten in the list. */
export const liveView = <I, D, P>(view: LiveView<I, D, P>): LiveView => view as unknown as LiveView

/** What a socket is told of a view it looks at. */
export type Tick = { view: string } & ({ all: unknown } | { patch: unknown })
