import {
  Building2,
  FileInput,
  KeyRound,
  type LucideIcon,
  RadioTower,
  ScrollText,
  SquareKanban,
  Tags,
  Timer,
  UserRound,
  Users,
  UsersRound,
} from 'lucide-react'
import type { Permission } from '#server/member/permission.rules.ts'

export type PlaceId =
  | 'profile'
  | 'workspace'
  | 'teams'
  | 'members'
  | 'channels'
  | 'labels'
  | 'stages'
  | 'imports'
  | 'tokens'
  | 'jobs'
  | 'audit'

export interface Place {
  id: PlaceId
  icon: LucideIcon
  group: 'mine' | 'workspace' | 'system'
  /** What lets one in; null: everybody. The loader of the page demands the same. */
  needs: Permission | null
}

/** The pages of the settings, in the order of the menu. */
export const places: readonly Place[] = [
  { id: 'profile', icon: UserRound, group: 'mine', needs: null },
  { id: 'workspace', icon: Building2, group: 'workspace', needs: 'workspace:manage' },
  { id: 'teams', icon: UsersRound, group: 'workspace', needs: 'team:manage' },
  { id: 'members', icon: Users, group: 'workspace', needs: 'member:manage' },
  { id: 'channels', icon: RadioTower, group: 'workspace', needs: 'channel:read' },
  { id: 'labels', icon: Tags, group: 'workspace', needs: 'post:write' },
  { id: 'stages', icon: SquareKanban, group: 'workspace', needs: 'stage:manage' },
  { id: 'imports', icon: FileInput, group: 'workspace', needs: 'import:run' },
  { id: 'tokens', icon: KeyRound, group: 'system', needs: 'token:manage' },
  { id: 'jobs', icon: Timer, group: 'system', needs: 'job:manage' },
  { id: 'audit', icon: ScrollText, group: 'system', needs: 'audit:read' },
]
