import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { signInForm } from '#server/member/account.rules.ts'
import { useAuthWords } from '../auth/auth-words.ts'
import { Door } from '../auth/door.tsx'
import { atTheDoor, enter, ownPath, readForm } from '../auth/door-action.ts'
import { DoorField, DoorForm } from '../auth/door-form.tsx'
import { open } from '../guard.ts'

export const loader = open('public', ({ context, request }) => {
  if (context.account) throw redirect(ownPath(new URL(request.url).searchParams.get('to')))
  return null
})

export const action = open('public', (args: ActionFunctionArgs) =>
  atTheDoor(args, 'sign-in.address', async () => {
    const form = await readForm(args.request, signInForm)
    if ('errors' in form) return form
    const { services, app } = args.context
    await app.limits.take('sign-in.account', form.value.email)
    const userId = await services.session.signIn(app, form.value.email, form.value.password)
    return enter(args, userId, new URL(args.request.url).searchParams.get('to') ?? '/')
  }),
)

export default function SignIn() {
  const t = useAuthWords()
  return (
    <Door title={t('signInTitle')}>
      <DoorForm act={t('signIn')}>
        <DoorField name="email" type="email" label={t('email')} autoComplete="username" autoFocus />
        <DoorField name="password" type="password" label={t('password')} autoComplete="current-password" />
      </DoorForm>
      <p className="text-dense text-subtle">{t('noAccount')}</p>
    </Door>
  )
}
