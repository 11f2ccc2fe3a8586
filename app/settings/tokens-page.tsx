import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Ago } from '../ui/time.tsx'
import { Row, Rows, Section } from './section.tsx'
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
  const t = useTranslations('settings.tokens')
  const s = useTranslations('settings')
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
                  <span className="mt-0.5 block font-mono text-[0.6875rem]">{token.scopes.join(' ')}</span>
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
        <EmptyState title={t('empty')} />
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
