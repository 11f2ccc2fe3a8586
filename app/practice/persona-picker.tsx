import { Command } from 'cmdk'
import { ChevronDown, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useLocale } from 'use-intl'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { Popover } from '../ui/popover.tsx'
import { fieldClass } from '../ui/text-field.tsx'
import { AddPersona } from './add-persona.tsx'
import { type Persona, usePractice } from './practice-context.tsx'
import { usePracticeWords } from './practice-words.ts'

/** Whom I play, and the way to be somebody else. */
export function PersonaPicker() {
  const t = usePracticeWords('persona')
  const { persona, choosePersona } = usePractice()
  const [open, setOpen] = useState(false)
  const [adding, setAdding] = useState(false)
  const done = (id: string | null) => {
    if (id) choosePersona(id)
    setAdding(false)
    setOpen(false)
  }
  return (
    <Popover
      label={t('choose')}
      open={open}
      onOpenChange={(next) => {
        setOpen(next)
        setAdding(false)
      }}
      className="p-2"
      trigger={
        <Button kind="quiet" size="dense" className="-ml-1.5 min-w-0 shrink" aria-label={t('choose')}>
          {persona ? <Avatar person={persona} size={20} silent /> : null}
          <span className="truncate">
            <span className="sr-only">{t('playing')} </span>
            {persona?.name ?? t('choose')}
          </span>
          <ChevronDown aria-hidden="true" />
        </Button>
      }
    >
      {adding ? (
        <AddPersona onDone={done} onCancel={() => setAdding(false)} />
      ) : (
        <Choices onChoose={(one) => done(one.id)} onAdd={() => setAdding(true)} />
      )}
    </Popover>
  )
}

const row =
  'flex h-9 cursor-pointer items-center gap-2 rounded-control px-2 text-dense data-[selected=true]:bg-n4 touch:h-11'

function Choices({ onChoose, onAdd }: { onChoose(one: Persona): void; onAdd(): void }) {
  const t = usePracticeWords('persona')
  const names = new Intl.DisplayNames(useLocale(), { type: 'language' })
  const { page, persona } = usePractice()
  return (
    <Command label={t('search')} defaultValue={persona?.id}>
      <Command.Input
        autoFocus
        placeholder={t('search')}
        className={`${fieldClass} mb-1 h-control px-2.5 text-body`}
      />
      <Command.List className="max-h-64 overflow-y-auto">
        <Command.Empty className="px-2 py-3 text-dense text-muted">{t('none')}</Command.Empty>
        {page.audience.map((one) => (
          <Command.Item
            key={one.id}
            value={one.id}
            keywords={[one.name, one.handle]}
            onSelect={() => onChoose(one)}
            className={row}
          >
            <Avatar person={one} size={24} silent />
            <span className="min-w-0 flex-1 truncate">
              {one.name} <span className="text-subtle">@{one.handle}</span>
            </span>
            <span className="text-meta text-subtle">{names.of(one.language)}</span>
          </Command.Item>
        ))}
      </Command.List>
      <Button kind="quiet" size="dense" icon={<UserPlus />} className="mt-1 w-full" onClick={onAdd}>
        {t('add')}
      </Button>
    </Command>
  )
}
