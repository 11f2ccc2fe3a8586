import type { ActionFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl'
import { PASSWORD_MIN, setupForm } from '#server/member/account.rules.ts'
import { Door } from '../auth/door.tsx'
import { atTheDoor, enter, readForm } from '../auth/door-action.ts'
import { DoorField, DoorForm } from '../auth/door-form.tsx'
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
  const t = useTranslations()
  const locale = useLocale()
  const { valid } = useLoaderData<typeof loader>()
  if (!valid)
    return (
      <Door title={t('auth.setupTitle')}>
        <p className="text-muted">{t('problem.setup.used')}</p>
      </Door>
    )
  return (
    <Door title={t('auth.setupTitle')}>
      <p className="text-muted">{t('auth.setupBody')}</p>
      <DoorForm act={t('auth.setupAct')}>
        <input type="hidden" name="locale" value={locale} />
        <SetupKind>
          <DoorField name="company" label={t('auth.company')} autoComplete="organization" autoFocus />
        </SetupKind>
        <DoorField name="name" label={t('auth.yourName')} autoComplete="name" />
        <DoorField name="email" type="email" label={t('auth.email')} autoComplete="username" />
        <DoorField
          name="password"
          type="password"
          label={t('auth.newPassword')}
          hint={t('auth.passwordHint', { min: PASSWORD_MIN })}
          autoComplete="new-password"
        />
        <ZoneField />
      </DoorForm>
    </Door>
  )
}
