import type { ReactNode } from 'react'
import { Radio } from '../ui/checkbox.tsx'
import { useAuthWords } from './auth-words.ts'

/** The first choice of all: one's own workspace, whose fields are `children`, or the demo. Works without JavaScript. */
export function SetupKind({ children }: { children: ReactNode }) {
  const t = useAuthWords()
  return (
    <fieldset className="group flex flex-col gap-4">
      <legend className="mb-1 text-dense font-medium text-fg">{t('setupKind')}</legend>
      <div className="flex flex-col">
        <Radio name="kind" value="company" defaultChecked>
          {t('setupOwn')}
        </Radio>
        <Radio name="kind" value="demo" hint={t('setupDemoHint')}>
          {t('setupDemo')}
        </Radio>
      </div>
      <div className="group-has-[[value=demo]:checked]:hidden">{children}</div>
    </fieldset>
  )
}
