import type { ActionFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, useLocation } from '@remix-run/react'
import { useLocale, useTranslations } from 'use-intl'
import { joinForm, PASSWORD_MIN } from '#server/member/account.rules.ts'
import { useAuthWords } from '../auth/auth-words.ts'
import { Door } from '../auth/door.tsx'
import { atTheDoor, enter, readForm } from '../auth/door-action.ts'
import { DoorField, DoorForm } from '../auth/door-form.tsx'
import { useDoorProblemWords } from '../auth/door-problem-words.ts'
import { ZoneField } from '../auth/zone-field.tsx'
import { open } from '../guard.ts'
import { buttonClass } from '../ui/button.tsx'

export const loader = open('public', async ({ context, params }) => {
  await context.app.limits.take('link.address', context.origin.address)
  const invitation = await context.services.member.readInvitation(context.app, params.secret ?? '')
  return { invitation: invitation ?? null, mine: context.account?.email ?? null }
})

export const action = open('public', (args: ActionFunctionArgs) =>
  atTheDoor(args, 'link.address', async () => {
    const { services, app, account } = args.context
    const secret = args.params.secret ?? ''
    if (account) {
      const joined = await services.member.acceptInvitation(app, secret, account)
      return enter(args, joined.userId, `/w/${joined.slug}/board`)
    }
    const form = await readForm(args.request, joinForm)
    if ('errors' in form) return form
    const joined = await services.member.acceptInvitation(app, secret, { form: form.value })
    return enter(args, joined.userId, `/w/${joined.slug}/board`)
  }),
)

export default function Join() {
  const t = useTranslations()
  const say = useAuthWords()
  const problem = useDoorProblemWords()
  const locale = useLocale()
  const { pathname } = useLocation()
  const { invitation, mine } = useLoaderData<typeof loader>()
  if (!invitation)
    return (
      <Door title={t('shell.product')}>
        <p className="text-muted">{problem('invitation.used')}</p>
      </Door>
    )
  const title = say('joinTitle', { workspace: invitation.workspace })
  const { email } = invitation
  if (mine)
    return (
      <Door title={title}>
        {mine === email ? (
          <>
            <p className="text-muted">{say('joinAs', { email })}</p>
            <DoorForm act={say('joinAct')}>{null}</DoorForm>
          </>
        ) : (
          <p className="text-muted">{say('joinOther', { email, mine })}</p>
        )}
      </Door>
    )
  if (invitation.hasAccount)
    return (
      <Door title={title}>
        <p className="text-muted">{say('joinSignIn', { email })}</p>
        <Link to={`/sign-in?to=${encodeURIComponent(pathname)}`} className={buttonClass({ kind: 'primary' })}>
          {say('signIn')}
        </Link>
      </Door>
    )
  return (
    <Door title={title}>
      <p className="text-muted">{say('joinBody', { email })}</p>
      <DoorForm act={say('joinAct')}>
        <input type="hidden" name="locale" value={locale} />
        <DoorField name="name" label={say('yourName')} autoComplete="name" autoFocus />
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
