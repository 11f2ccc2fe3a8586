import { and, eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { practiceAccount } from '#db/schema.ts'
import type { Tx } from '../../core/transact.ts'

import { STORM_LANGUAGES, type StormLanguage } from './phrases.rules.ts'

// Invented people. The handle is made of the words before the colon.
const PEOPLE: Record<StormLanguage, string> = {
  en: 'june_porter:June Porter|sam_okoye:Sam Okoye|lena_marsh:Lena Marsh|theo_banks:Theo Banks|ivy_clarke:Ivy Clarke|omar_reid:Omar Reid',
  ko: 'minji_kim:김민지|seojun_lee:이서준|hayoon_park:박하윤|doyun_choi:최도윤|jiwoo_jung:정지우|yuna_kang:강유나',
  es: 'lucia_vega:Lucía Vega|mateo_rios:Mateo Ríos|carmen_soto:Carmen Soto|diego_luna:Diego Luna|ines_pardo:Inés Pardo|pablo_gil:Pablo Gil',
  de: 'anna_vogel:Anna Vogel|jonas_weber:Jonas Weber|mia_krause:Mia Krause|felix_brandt:Felix Brandt|clara_hahn:Clara Hahn|paul_seidel:Paul Seidel',
}

/** Makes sure that a workspace has its first audience, in four languages, and gives it. */
export async function ensureAudience(tx: Tx) {
  const { workspaceId } = tx.ctx
  const rows = STORM_LANGUAGES.flatMap((language) =>
    PEOPLE[language].split('|').map((person) => {
      const [handle = '', name = ''] = person.split(':')
      return { id: newId(), workspaceId, kind: 'persona' as const, handle, name, language, createdAt: tx.now }
    }),
  )
  await tx.db.insert(practiceAccount).values(rows).onConflictDoNothing()
  return tx.db
    .select()
    .from(practiceAccount)
    .where(and(eq(practiceAccount.workspaceId, workspaceId), eq(practiceAccount.kind, 'persona')))
    .orderBy(practiceAccount.handle)
}
