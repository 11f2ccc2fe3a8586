import type { CSSProperties } from 'react'
import { useTranslations } from 'use-intl'
import type { Person } from '../live/presence/presence.rules.ts'
import { Avatar } from '../ui/avatar.tsx'
import { hueOf } from '../ui/hue.ts'
import { tip } from '../ui/tip.ts'

/** The others who have this card open or drag it, on its edge; a coloured frame while somebody drags it. */
export function Holders({ people, id }: { people: readonly Person[]; id: string }) {
  const t = useTranslations('board.card')
  const dragging = people.find((person) => person.drag === `post:${id}`)
  return (
    <>
      {dragging ? (
        <span
          className="person pointer-events-none absolute inset-0 rounded-card ring-2 ring-person"
          style={{ '--hue': hueOf(dragging.id) } as CSSProperties}
        />
      ) : null}
      <span className="absolute -top-2 right-2 flex -space-x-1.5">
        {people.slice(0, 3).map((person) => (
          <span
            key={person.id}
            className="flex animate-fade-in rounded-full ring-2 ring-canvas"
            {...tip(t(person.drag === `post:${id}` ? 'dragging' : 'looking', { name: person.name }))}
          >
            <Avatar person={person} size={20} />
          </span>
        ))}
      </span>
    </>
  )
}
