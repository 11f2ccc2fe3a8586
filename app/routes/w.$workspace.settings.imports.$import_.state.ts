import { guarded } from '../guard.ts'

/** How far an import is: for programs that wait for it. */
export const loader = guarded('import:run', async (ctx, { context: { services }, params }) => {
  const { run } = await services.import.readImport(ctx, params.import ?? '')
  return Response.json({ run })
})
