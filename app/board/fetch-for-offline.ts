import { fetchAllAsked } from './board-overlays.tsx'
import { BulkBar } from './bulk-layer.tsx'
import { QuickAdd } from './use-adding.ts'

/** Everything that moving and changing cards draws or computes with, so that it works when the server has gone. */
export const fetchForOffline = (): Promise<unknown> =>
  Promise.all([
    fetchAllAsked(),
    BulkBar.fetch(),
    QuickAdd.fetch(),
    import('./card-menu.tsx'),
    import('./column-menu.tsx'),
    import('#server/time/grid.rules.ts'),
    import('#server/time/send-time.rules.ts'),
  ])
