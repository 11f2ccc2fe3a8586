import { Link } from '@remix-run/react'
import { ChevronLeft } from 'lucide-react'
import { usePath } from '../live/directory.tsx'
import { CsvSetup } from './csv-setup.tsx'
import { RunView } from './run-view.tsx'
import { useTransferWords } from './transfer-words.ts'
import { TrelloSetup } from './trello-setup.tsx'
import type { BadRow, ImportFacts, Look } from './types.ts'

interface ImportPageProps {
  head: number
  run: ImportFacts
  bad: readonly BadRow[]
  look: Look | null
}

/** One file: what is to be made of it, then how far that is, then what came of it. */
export function ImportPage({ head, run, bad, look }: ImportPageProps) {
  const t = useTransferWords()
  const path = usePath()
  return (
    <>
      <Link
        to={path('settings/imports')}
        className="mb-3 -ml-1 inline-flex h-dense items-center gap-1 text-dense text-muted hover:text-fg touch:h-11 [&_svg]:size-4"
      >
        <ChevronLeft aria-hidden="true" />
        {t('back')}
      </Link>
      <h2 className="pb-4 text-section font-semibold break-words">{run.name}</h2>
      {look?.kind === 'csv' ? <CsvSetup importId={run.id} first={look} /> : null}
      {look?.kind === 'trello' ? <TrelloSetup importId={run.id} first={look} /> : null}
      {look ? null : <RunView head={head} facts={run} bad={bad} />}
    </>
  )
}
