import { Form, useActionData, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { describe, Field } from '../ui/field.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useAuthWords } from './auth-words.ts'

/** What an action outside of a workspace answers when it refuses. */
export interface Refusal {
  /** Keys of `auth.invalid` by field. */
  errors?: Record<string, string>
  /** A whole sentence. */
  message?: string
}

/** A form at the door: its refusal on top, its one act below. Works without JavaScript. */
export function DoorForm({ act, children }: { act: string; children: ReactNode }) {
  const refusal = useActionData<Refusal>()
  const busy = useNavigation().state !== 'idle'
  return (
    <Form method="post" className="flex flex-col gap-4" noValidate>
      <div role="alert" className="empty:hidden">
        {refusal?.message ? <Banner tone="red">{refusal.message}</Banner> : null}
      </div>
      {children}
      <Button type="submit" kind="primary" busy={busy}>
        {act}
      </Button>
    </Form>
  )
}

interface DoorFieldProps {
  name: string
  label: string
  hint?: string
  type?: 'text' | 'email' | 'password'
  autoComplete: string
  defaultValue?: string
  autoFocus?: boolean
}

/** A field of a `DoorForm`, with its error from the last refusal. */
export function DoorField({ name, label, hint, type = 'text', ...rest }: DoorFieldProps) {
  const t = useAuthWords('invalid')
  const key = useActionData<Refusal>()?.errors?.[name]
  const errors = key ? [t(key as 'required')] : undefined
  const control = { name, ...describe(name, { errors, hint }), ...rest }
  return (
    <Field id={name} label={label} hint={hint} errors={errors}>
      {type === 'password' ? <PasswordField {...control} /> : <TextField type={type} {...control} />}
    </Field>
  )
}
