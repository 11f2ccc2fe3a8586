import type { ActionFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale } from 'use-intl'
import { PASSWORD_MIN, setupForm } from '#server/member/account.rules.ts'
import { useAuthWords } from '../auth/auth-words.ts'
import { Door } from '../auth/door.tsx'
import { atTheDoor, enter, readForm } from '../auth/door-action.ts'
import { DoorField, DoorForm } from '../auth/door-form.tsx'
import { useDoorProblemWords } from '../auth/door-problem-words.ts'
import { SetupKind } from '../auth/setup-kind.tsx'
import { ZoneField } from '../auth/zone-field.tsx'
import { open } from '../guard.ts'

export const loader = open('public', async ({ context, params }) => {
  await context.app.limits.take('link.address', context.origin.address)
  return { valid: await context.services.workspace.readSetupLink(context.app, params.secret ?? '') }
})

export const action = open('public', (args: ActionFunctionArgs) =>
  atTheDoor(args, 'link.address', async () => {
    const form = await readForm(args.request, setupForm)
    if ('errors' in form) return form
    const { services, app } = args.context
    const ctx = await services.workspace.foundCompany(app, args.params.secret ?? '', form.value)
    return enter(args, ctx.userId ?? '', `/w/${ctx.workspaceSlug}/board`)
  }),
)

export default function Setup() {
  const say = useAuthWords()
  const problem = useDoorProblemWords()
  const locale = useLocale()
  const { valid } = useLoaderData<typeof loader>()
  if (!valid)
    return (
      <Door title={say('setupTitle')}>
        <p className="text-muted">{problem('setup.used')}</p>
      </Door>
    )
  return (
    <Door title={say('setupTitle')}>
      <p className="text-muted">{say('setupBody')}</p>
      <DoorForm act={say('setupAct')}>
        <input type="hidden" name="locale" value={locale} />
        <SetupKind>
          <DoorField name="company" label={say('company')} autoComplete="organization" autoFocus />
        </SetupKind>
        <DoorField name="name" label={say('yourName')} autoComplete="name" />
        <DoorField name="email" type="email" label={say('email')} autoComplete="username" />
        <DoorField
          name="password"
          type="password"
          label={say('newPassword')}
          hint={say('passwordHint', { min: PASSWORD_MIN })}
          autoComplete="new-password"
        />
        <ZoneField />
      </DoorForm>
    </Door>
  )
}
