import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { EmptyState, LineArt } from '../ui/empty-state.tsx'
import { useListFormat } from '../ui/list-format.ts'
import { Ago } from '../ui/time.tsx'
import { isShownScope } from './scopes.ts'
import { Row, Rows, Section } from './section.tsx'
import { useSettingsWords } from './settings-words.ts'
import { TokenDialog } from './token-dialog.tsx'
import { useAct } from './use-act.ts'

export interface TokenFacts {
  id: string
  name: string
  scopes: string[]
  owner: string
  usedAt: number | null
}

/** The API tokens of the workspace. */
export function TokensPage({ tokens }: { tokens: readonly TokenFacts[] }) {
  const t = useSettingsWords('tokens')
  const s = useSettingsWords()
  const list = useListFormat()
  const { busy, run } = useAct()
  const [adding, add] = useState(false)
  const [ending, end] = useState<TokenFacts | null>(null)
  const revoke = async () => {
    if (ending) await run('token.revoke', { tokenId: ending.id })
    end(null)
  }
  return (
    <Section
      title={s('nav.tokens')}
      hint={t('hint')}
      act={
        <Button kind="primary" icon={<Plus />} onClick={() => add(true)}>
          {t('add')}
        </Button>
      }
    >
      {tokens.length ? (
        <Rows label={s('nav.tokens')}>
          {tokens.map((token) => (
            <Row
              key={token.id}
              before={<KeyRound className="size-4 text-subtle" aria-hidden="true" />}
              title={token.name}
              detail={
                <>
                  {t('of', { name: token.owner })} · {t('scopeCount', { count: token.scopes.length })} ·{' '}
                  {token.usedAt
                    ? t.rich('used', { time: () => <Ago at={token.usedAt ?? 0} /> })
                    : t('unused')}
                  <span className="mt-0.5 block">
                    {list(token.scopes.map((scope) => (isShownScope(scope) ? t(`scope.${scope}`) : scope)))}
                  </span>
                </>
              }
            >
              <Button size="dense" onClick={() => end(token)}>
                {t('revoke')}
              </Button>
            </Row>
          ))}
        </Rows>
      ) : (
        <EmptyState art={<Key />} title={t('empty')}>
          {t('emptyHint')}
        </EmptyState>
      )}
      {adding ? <TokenDialog close={() => add(false)} /> : null}
      <ConfirmDialog
        open={ending !== null}
        onOpenChange={() => end(null)}
        title={t('revokeAsk', { name: ending?.name ?? '' })}
        act={t('revokeAct')}
        danger
        busy={busy}
        onConfirm={revoke}
      >
        {t('revokeBody')}
      </ConfirmDialog>
    </Section>
  )
}

const Key = () => (
  <LineArt>
    <circle cx="42" cy="36" r="12" />
    <circle cx="42" cy="36" r="4" />
    <path d="M54 36h32v10M76 36v7" />
  </LineArt>
)
