import { bondRoutes } from './bond-routes.ts'
import { canvasRoutes } from './canvas-routes.ts'
import { conversationRoutes } from './conversation-routes.ts'
import { deliveryRoutes } from './delivery-routes.ts'
import { houseRoutes } from './house-routes.ts'
import { planRoutes } from './plan-routes.ts'
import { postRoutes } from './post-routes.ts'
import type { Route } from './route.ts'
import { seriesRoutes } from './series-routes.ts'

/** Every operation of the API. */
export const ROUTES: Route[] = [
  ...houseRoutes,
  ...planRoutes,
  ...canvasRoutes,
  ...postRoutes,
  ...seriesRoutes,
  ...bondRoutes,
  ...deliveryRoutes,
  ...conversationRoutes,
]
