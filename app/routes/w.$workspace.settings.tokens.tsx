import { useLoaderData } from '@remix-run/react'
import { guarded } from '../guard.ts'
import { TokensPage } from '../settings/tokens-page.tsx'
import { useReloadOn } from '../settings/use-reload-on.ts'

export const loader = guarded('token:manage', async (ctx, { context }) => ({
  head: await context.services.directory.readHead(ctx),
  tokens: await context.services.token.readTokens(ctx),
}))

export default function Tokens() {
  const { head, tokens } = useLoaderData<typeof loader>()
  useReloadOn(head, /^(token|member)\./)
  return <TokensPage tokens={tokens} />
}
