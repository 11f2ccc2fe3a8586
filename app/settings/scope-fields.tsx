import type { Permission } from '#server/member/permission.rules.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { AREAS, SCOPE_AREAS } from './scopes.ts'
import { useSettingsWords } from './settings-words.ts'

interface ScopeFieldsProps {
  mine: readonly Permission[]
  chosen: readonly Permission[]
  choose(scopes: readonly Permission[]): void
}

/** What the token may do, by area, in words; the permission's name is on hover, for the reader of the API's description. */
export function ScopeFields({ mine, chosen, choose }: ScopeFieldsProps) {
  const t = useSettingsWords('tokens')
  const reads = mine.filter((permission) => permission.endsWith(':read'))
  return (
    <fieldset>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <legend className="text-dense font-medium">{t('scopes')}</legend>
        <span className="flex gap-1">
          <Button kind="quiet" size="dense" onClick={() => choose(reads)}>
            {t('presetRead')}
          </Button>
          <Button kind="quiet" size="dense" onClick={() => choose([])}>
            {t('presetNone')}
          </Button>
        </span>
      </div>
      <div className="mt-1 grid grid-cols-1 gap-x-6 gap-y-4 sm:grid-cols-2">
        {AREAS.map((area) => {
          const here = SCOPE_AREAS[area].filter((scope) => mine.includes(scope))
          if (!here.length) return null
          return (
            <fieldset key={area}>
              <legend className="text-meta text-subtle">{t(`area.${area}`)}</legend>
              {here.map((scope) => (
                <Checkbox
                  key={scope}
                  name="scopes"
                  title={scope}
                  checked={chosen.includes(scope)}
                  onChange={(event) =>
                    choose(event.target.checked ? [...chosen, scope] : chosen.filter((one) => one !== scope))
                  }
                >
                  {t(`scope.${scope}`)}
                </Checkbox>
              ))}
            </fieldset>
          )
        })}
      </div>
    </fieldset>
  )
}
