import { useDirectory } from '../live/directory.tsx'
import { useListFormat } from '../ui/list-format.ts'
import { useSettingsWords } from './settings-words.ts'

/** Where a role holds, in words: "Whole workspace", "Only in Seoul and Berlin". */
export function useScopeWords(): (narrowed: boolean, teamIds: readonly string[]) => string {
  const t = useSettingsWords('members')
  const list = useListFormat()
  const { teams } = useDirectory()
  return (narrowed, teamIds) => {
    if (!narrowed) return t('everywhere')
    const names = teams.filter((team) => teamIds.includes(team.id)).map((team) => team.name)
    return t('inTeams', { teams: list(names) })
  }
}
