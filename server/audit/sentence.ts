import { createTranslator } from 'use-intl/core'
import * as en from '../i18n/en/audit.ts'
import { delivery as enDelivery } from '../i18n/en/delivery.ts'
import { inbox as enInbox } from '../i18n/en/inbox.ts'
import * as ko from '../i18n/ko/audit.ts'
import { delivery as koDelivery } from '../i18n/ko/delivery.ts'
import { inbox as koInbox } from '../i18n/ko/inbox.ts'

const WORDS = { en, ko }
/** The words of reasons, where they are codes. */
const BECAUSE = { en: enDelivery.because, ko: koDelivery.because }
const DISMISSED = { en: enInbox.reason, ko: koInbox.reason }
type Values = Record<string, string | number>

/** The placeholder of what an event does not carry; `select` branches name it. */
export const NONE = 'none'

/**
 * The scalars of an event's data by name: those of nested objects too, those at the top first. `names` gives people,
 * channels and what can be paused for ids: `assigneeId` becomes `assignee` as well.
 */
export function valuesOf(data: unknown, names: ReadonlyMap<string, string>): Values {
  const values: Values = {}
  const take = (object: object, deeper: boolean) => {
    for (const [key, value] of Object.entries(object)) {
      if (key in values) continue
      if (typeof value === 'string' || typeof value === 'number') values[key] = value
      else if (typeof value === 'boolean') values[key] = String(value)
      else if (value === null) values[key] = NONE
      if (key.endsWith('Id') && key.length > 2) {
        const name = typeof value === 'string' ? (names.get(value) ?? value.slice(-6)) : NONE
        values[key.slice(0, -2)] ??= name
      }
    }
    if (!deeper) return
    for (const value of Object.values(object))
      if (value && typeof value === 'object' && !Array.isArray(value)) take(value, false)
  }
  if (data && typeof data === 'object') take(data, true)
  return values
}

/** Writes what happened as a sentence in a language, given the event's type and data. Unknown types give the type. */
export function auditSentences(locale: 'en' | 'ko') {
  const { auditSentence, auditWord } = WORDS[locale]
  const translate = createTranslator<Record<string, never>>({
    locale,
    messages: auditSentence as never,
    onError(error) {
      throw error
    },
  })
  const coded = (value: unknown): string =>
    textAt(BECAUSE[locale], String(value)) ?? textAt(DISMISSED[locale], String(value)) ?? String(value)
  const role = (value: unknown) => auditWord.role[value as keyof typeof auditWord.role] ?? String(value)
  return (type: string, data: unknown, names: ReadonlyMap<string, string>): string => {
    const key = type as never
    if (!translate.has(key)) return type
    const given = valuesOf(data, names)
    const said: Values = { ...given }
    if (given.role) said.role = role(given.role)
    if (given.teamRole) said.teamRoleName = role(given.teamRole)
    if (given.stage)
      said.stageName = auditWord.stage[given.stage as keyof typeof auditWord.stage] ?? String(given.stage)
    if (given.because) said.because = coded(given.because)
    // What is paused is a team, campaign or label by its id, or a network by its word.
    if (type.startsWith('pause.') && typeof given.value === 'string')
      said.value = names.get(given.value) ?? given.value
    // What somebody wrote for a pause is theirs, even if it reads like a code.
    if (given.reason && type.startsWith('conversation.'))
      said.reason = given.reason === 'answered' ? auditWord.answered : coded(given.reason)
    if (typeof given.sendLocal === 'string') said.sendLocal = given.sendLocal.replace('T', ' ')
    for (const name of argumentsOf(auditSentence, type)) said[name] ??= NONE
    return translate(key, said as never)
  }
}

/** The names of the arguments of a message, read from its text. */
function argumentsOf(tree: unknown, type: string): string[] {
  return [...(textAt(tree, type) ?? '').matchAll(/\{(\w+)\s*[,}]/g)].map((match) => match[1] ?? '')
}

/** The text at a path of words joined by dots; none when there is no such text. */
function textAt(tree: unknown, path: string): string | undefined {
  const at = path
    .split('.')
    .reduce<unknown>((here, part) => (here as Record<string, unknown> | undefined)?.[part], tree)
  return typeof at === 'string' ? at : undefined
}

export const auditWords = (locale: 'en' | 'ko') => WORDS[locale].auditWord
