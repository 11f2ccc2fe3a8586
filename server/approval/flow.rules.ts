import { z } from 'zod'

/** Whom a step asks. People with one of `roles` count only inside `teamIds`, when teams are named. */
export const approvers = z.object({
  memberIds: z.array(z.string()).max(100).default([]),
  guestIds: z.array(z.string()).max(100).default([]),
  roles: z.array(z.string().max(64)).max(20).default([]),
  teamIds: z.array(z.string()).max(50).default([]),
})
export type Approvers = z.infer<typeof approvers>

/** How many of them must approve: any one, all, or `count` of them. */
export const stepRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('any') }),
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('count'), count: z.int().min(1).max(100) }),
])
export type StepRule = z.infer<typeof stepRule>

export const flowStep = z.object({
  name: z.string().trim().min(1).max(80),
  approvers,
  rule: stepRule,
})
export type FlowStep = z.infer<typeof flowStep>

export const flow = z
  .object({
    mode: z.enum(['none', 'optional', 'required']),
    /** Whether somebody who wrote or submitted a version may also approve it. */
    allowSelf: z.boolean().default(false),
    steps: z.array(flowStep).max(10).default([]),
  })
  .refine((value) => value.mode === 'none' || value.steps.length > 0, {
    path: ['steps'],
    message: 'flow.noSteps',
  })
export type Flow = z.infer<typeof flow>
export const NO_FLOW: Flow = { mode: 'none', allowSelf: false, steps: [] }

/** The flow that counts for a variant: the channel's own, else the campaign's, else the team's, else none. */
export function flowFor(flows: { channel?: Flow | null; campaign?: Flow | null; team?: Flow | null }): Flow {
  return flows.channel ?? flows.campaign ?? flows.team ?? NO_FLOW
}

/** A person as approval sees them: roles are those effective in the post's team, the workspace's included. */
export type Person = { id: string; roles: readonly string[]; teamIds: readonly string[] }

/** Everybody a step asks, in a stable order, without doubles: guests, named members, then people by role or team. */
export function candidates({ approvers: asked }: FlowStep, people: readonly Person[]): string[] {
  const known = new Set(people.map(({ id }) => id))
  const byRole = people.filter(({ roles, teamIds }) => {
    const inTeam = asked.teamIds.length === 0 || teamIds.some((id) => asked.teamIds.includes(id))
    const hasRole = asked.roles.length === 0 || roles.some((role) => asked.roles.includes(role))
    return (asked.roles.length > 0 || asked.teamIds.length > 0) && inTeam && hasRole
  })
  const named = asked.memberIds.filter((id) => known.has(id))
  return [...new Set([...asked.guestIds, ...named, ...byRole.map(({ id }) => id)])]
}

/** What a new channel asks for: one step, anyone in the team who may decide. A permission stands as a role here. */
export const DEFAULT_FLOW: Flow = {
  mode: 'required',
  allowSelf: false,
  steps: [
    {
      name: 'Review',
      approvers: { memberIds: [], guestIds: [], roles: ['post:decide'], teamIds: [] },
      rule: { kind: 'any' },
    },
  ],
}

/** A stored flow; one that cannot be read asks for approval rather than letting things through. */
export function readFlow(stored: unknown): Flow {
  const parsed = flow.safeParse(stored)
  return parsed.success ? parsed.data : DEFAULT_FLOW
}
