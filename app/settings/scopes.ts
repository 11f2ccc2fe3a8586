import type { Permission } from '#server/member/permission.rules.ts'

/** What a token can be allowed today, by area, in the order people look for it. */
export const SCOPE_AREAS = {
  plan: [
    'post:read',
    'post:write',
    'post:submit',
    'post:decide',
    'stage:manage',
    'campaign:read',
    'campaign:write',
    'campaign:publish',
    'comment:read',
    'comment:write',
    'asset:read',
    'asset:write',
  ],
  publish: [
    'post:schedule',
    'post:publish',
    'publishing:pause',
    'channel:read',
    'channel:manage',
    'approval:manage',
  ],
  answer: [
    'conversation:read',
    'conversation:write',
    'conversation:reply',
    'conversation:assign',
    'sentiment:correct',
    'practice:play',
    'dashboard:read',
  ],
  run: [
    'audit:read',
    'workspace:manage',
    'team:manage',
    'member:manage',
    'role:manage',
    'owner:manage',
    'token:manage',
    'job:manage',
  ],
} as const satisfies Record<string, readonly Permission[]>

export type ScopeArea = keyof typeof SCOPE_AREAS
export type ShownScope = (typeof SCOPE_AREAS)[ScopeArea][number]
export const AREAS = Object.keys(SCOPE_AREAS) as ScopeArea[]

const shown = new Set<string>(Object.values(SCOPE_AREAS).flat())
export const isShownScope = (scope: string): scope is ShownScope => shown.has(scope)
