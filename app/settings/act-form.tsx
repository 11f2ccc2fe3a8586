import {
  createContext,
  type FormEvent,
  type InputHTMLAttributes,
  type ReactNode,
  useContext,
  useRef,
  useState,
} from 'react'
import type { Acts } from '#server/verbs.ts'
import type { ActProblem } from '../live/act.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { describe, Field } from '../ui/field.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.ts'
import { useSettingsWords } from './settings-words.ts'
import { useAct, useSentence } from './use-act.ts'

const ProblemContext = createContext<ActProblem | null>(null)

interface ActFormProps<N extends keyof Acts> {
  name: N
  /** Makes the verb's input of what the form says; null keeps it from being sent. */
  input(form: FormData): Acts[N]['input'] | null
  onDone?(output: Acts[N]['output']): void
  /** what the button does */
  act: string
  /** said in passing when it is done; default "Saved" */
  done?: string | null
  /** beside the button */
  aside?: ReactNode
  /** empties the form when it is done */
  reset?: boolean
  children: ReactNode
}

/** A form that performs one verb. A refusal stands at its field, or above the form when it is about none. */
export function ActForm<N extends keyof Acts>(props: ActFormProps<N>) {
  const t = useSettingsWords()
  const sentence = useSentence()
  const { busy, run } = useAct()
  const [problem, setProblem] = useState<ActProblem | null>(null)
  const form = useRef<HTMLFormElement>(null)
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    event.stopPropagation()
    if (busy) return
    const input = props.input(new FormData(event.currentTarget))
    if (!input) return
    const answer = await run(props.name, input, { quiet: true })
    if ('problem' in answer) {
      setProblem(answer.problem)
      const field = fieldOf(answer.problem, form.current)
      field?.focus()
      return
    }
    setProblem(null)
    if (props.reset) form.current?.reset()
    if (props.done !== null) toast({ kind: 'done', title: props.done ?? t('saved') })
    props.onDone?.(answer.done)
  }
  const placed = problem && fieldOf(problem, form.current) !== null
  return (
    <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
      <ProblemContext.Provider value={problem}>
        <div role="alert" className="empty:hidden">
          {problem && !placed ? <Banner tone="red">{sentence(problem)}</Banner> : null}
        </div>
        {props.children}
      </ProblemContext.Provider>
      <div className="form-acts flex flex-wrap items-center gap-2">
        <Button type="submit" kind="primary" busy={busy}>
          {props.act}
        </Button>
        {props.aside}
      </div>
    </form>
  )
}

/** The control a refusal is about: the field's path, or its first part. */
function fieldOf(problem: ActProblem, form: HTMLFormElement | null): HTMLElement | null {
  const [first = ''] = (problem.field ?? '').split('.')
  if (!form || !first) return null
  const found = form.elements.namedItem(problem.field ?? '') ?? form.elements.namedItem(first)
  return found instanceof HTMLElement ? found : null
}

const KNOWN = ['required', 'email', 'short', 'long', 'zone', 'language', 'country'] as const

/** The error of a field after a refusal, as `Field` wants it. */
export function useFieldErrors(name: string): string[] | undefined {
  const t = useSettingsWords('invalid')
  const sentence = useSentence()
  const problem = useContext(ProblemContext)
  const path = problem?.field ?? ''
  if (!problem || (path !== name && path.split('.')[0] !== name)) return
  if (problem.code !== 'request.invalid') return [sentence(problem)]
  const detail = String(problem.params?.detail ?? '')
  if (detail === 'cadence.maxBelowMin') return [t('cadence')]
  const key = KNOWN.find((one) => one === detail)
  return [t(key ?? 'wrong')]
}

interface FormFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'name'> {
  name: string
  label: string
  hint?: ReactNode
  optional?: boolean
  /** apart from others of the same name on the page */
  idPrefix?: string
}

/** A line of text in an `ActForm`. */
export function FormField({ name, label, hint, optional, idPrefix = '', ...rest }: FormFieldProps) {
  const errors = useFieldErrors(name)
  const id = `${idPrefix}${name}`
  const control = { name, ...rest, ...describe(id, { ...(errors ? { errors } : {}), hint }) }
  return (
    <Field id={id} label={label} hint={hint} errors={errors} optional={optional ?? false}>
      {rest.type === 'password' ? <PasswordField {...control} /> : <TextField {...control} />}
    </Field>
  )
}
