import { useLoaderData } from '@remix-run/react'
import { ArchivePage } from '../archive/archive-page.tsx'
import { guarded } from '../guard.ts'
import { useReloadOn } from '../settings/use-reload-on.ts'

export const loader = guarded('post:read', async (ctx, { request, context: { services } }) => {
  const params = new URL(request.url).searchParams
  const [q, before] = [params.get('q') ?? '', params.get('before') ?? '']
  const head = await services.directory.readHead(ctx)
  return { head, q, ...(await services.post.readArchive(ctx, { q, before })) }
})

export default function Archive() {
  const data = useLoaderData<typeof loader>()
  useReloadOn(data.head, /^post\.(archived|restored)$/)
  return <ArchivePage {...data} />
}
