import { Link } from '@remix-run/react'
import { CampaignDot } from '../board/card-facts.tsx'
import { useCampaignWords } from '../campaign/campaign-words.ts'
import { usePath } from '../live/directory.tsx'
import type { BarEnds } from './use-bars.ts'

/** On a phone, where days are a list and have no room for bars: the campaigns that begin or end on a day. */
export function CampaignEnds({ ends }: { ends: BarEnds }) {
  const t = useCampaignWords('bar')
  const path = usePath()
  return (
    <ul className="flex flex-col md:hidden">
      {ends.map(({ id, name, hue, end }) => (
        <li key={`${id} ${end}`}>
          <Link
            to={path(`campaign/${id}`)}
            className="flex min-h-6 items-center gap-1.5 px-1 text-meta text-muted touch:min-h-11"
          >
            <CampaignDot hue={hue} />
            <span className="line-clamp-2 min-w-0">{t(end, { name })}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
