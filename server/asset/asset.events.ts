import { z } from 'zod'
import { event } from '../event/declare.ts'
import { assetView } from './asset.rules.ts'

export const assetEvents = {
  'asset.added': event(z.object({ asset: assetView })),
}
