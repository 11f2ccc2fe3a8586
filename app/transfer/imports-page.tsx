import { Link, useNavigate } from '@remix-run/react'
import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { MAX_IMPORT, MAX_ROWS } from '#server/import/import.rules.ts'
import { useDirectory, usePath } from '../live/directory.tsx'
import { Row, Rows, Section } from '../settings/section.tsx'
import { useAct } from '../settings/use-act.ts'
import { Badge } from '../ui/badge.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Ago } from '../ui/time.tsx'
import { toast } from '../ui/toast.ts'
import { Outcome, TONE } from './outcome.tsx'
import { useTransferWords } from './transfer-words.ts'
import type { ImportFacts } from './types.ts'
import { uploadImport } from './upload-import.ts'

/** A file is taken here, and what became of earlier ones stands below. */
export function ImportsPage({ imports }: { imports: readonly ImportFacts[] }) {
  const t = useTransferWords()
  return (
    <>
      <Section title={t('title')} hint={t('hint')}>
        <TakeFile />
      </Section>
      <Section level={3} title={t('earlier')}>
        {imports.length ? (
          <Rows label={t('earlier')}>
            {imports.map((one) => (
              <ImportRow key={one.id} one={one} />
            ))}
          </Rows>
        ) : (
          <p className="text-dense text-muted">{t('none')}</p>
        )}
      </Section>
    </>
  )
}

function TakeFile() {
  const t = useTransferWords()
  const path = usePath()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [taking, setTaking] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  async function take(file: File | undefined) {
    if (!file || taking !== null) return
    setProblem(null)
    setTaking(file.name)
    try {
      navigate(path(`settings/imports/${await uploadImport(file)}`))
    } catch (error) {
      setProblem((error instanceof Error && error.message) || t('uploadFailed'))
      setTaking(null)
    }
  }
  return (
    <div className="flex flex-col gap-3">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is beside the button, which does the same */}
      <div
        className={cx(
          'flex flex-col items-center gap-3 rounded-card border border-dashed px-4 py-8 text-center transition-colors duration-120',
          over ? 'border-accent bg-accent-soft' : 'border-line-strong',
        )}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void take(event.dataTransfer.files[0])
        }}
      >
        <FileUp aria-hidden="true" className="size-6 text-subtle" />
        <p className="text-body text-balance">{t('drop')}</p>
        <p className="max-w-prose text-meta text-balance text-subtle">
          {t('limits', { mb: String(MAX_IMPORT / 1024 / 1024), rows: MAX_ROWS })}
        </p>
        <div className="flex flex-wrap justify-center gap-2">
          <Button kind="primary" busy={taking !== null} onClick={() => input.current?.click()}>
            {t('choose')}
          </Button>
          <a href={path('settings/import-template.csv')} download className={buttonClass()}>
            {t('template')}
          </a>
        </div>
        <input
          ref={input}
          type="file"
          hidden
          data-import-file=""
          accept=".csv,.tsv,.txt,.json,text/csv,application/json"
          onChange={(event) => {
            const [file] = event.target.files ?? []
            event.target.value = ''
            void take(file)
          }}
        />
      </div>
      <div aria-live="polite" className="text-dense text-muted empty:hidden">
        {taking ? t('uploading', { name: taking }) : null}
      </div>
      {problem ? (
        <Banner tone="red" urgent>
          {problem}
        </Banner>
      ) : null}
    </div>
  )
}

function ImportRow({ one }: { one: ImportFacts }) {
  const t = useTransferWords()
  const path = usePath()
  const { members, teams } = useDirectory()
  const { busy, run } = useAct()
  const who = members.find(({ id }) => id === one.memberId)?.name
  const team = teams.find(({ id }) => id === one.teamId)?.name
  return (
    <Row
      title={
        <>
          <Link to={path(`settings/imports/${one.id}`)} className="min-w-0 truncate hover:underline">
            {one.name}
          </Link>
          <Badge tone={TONE[one.state]}>{t(`state.${one.state}`)}</Badge>
        </>
      }
      detail={
        <>
          <Ago at={one.createdAt} />
          {who ? ` · ${t('by', { name: who })}` : null}
          {team && one.state !== 'ready' ? ` · ${team}` : null}
          {one.state === 'ready' ? null : (
            <>
              {' · '}
              <Outcome run={one} />
            </>
          )}
        </>
      }
    >
      <Link to={path(`settings/imports/${one.id}`)} className={buttonClass({ size: 'dense' })}>
        {one.state === 'ready' ? t('continueSetup') : t('open')}
      </Link>
      {one.state === 'ready' ? (
        <Button
          size="dense"
          kind="quiet"
          busy={busy}
          onClick={async () => {
            const answer = await run('import.discard', { importId: one.id })
            if ('done' in answer) toast({ kind: 'done', title: t('discarded', { name: one.name }) })
          }}
        >
          {t('discard')}
        </Button>
      ) : null}
    </Row>
  )
}
