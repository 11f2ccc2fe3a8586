import { writeInZone } from '../i18n/date-format.rules.ts'
import { translator } from '../i18n/translator.ts'
import type { Mail } from '../platform/mail.ts'
import { type MailScene, mailHtml, mailText } from '../platform/mail-scene.ts'
import { type NotificationKind, placeOf } from './notification.rules.ts'
import { countWords } from './notification-mail.rules.ts'

export interface MailFacts {
  /** The batch. */
  id: string
  to: { email: string; locale: 'en' | 'ko'; zone: string; workspace: string; slug: string }
  /** Origin of the links; undefined: nobody knows it, so there are none. */
  base: string | undefined
  /** Oldest first. */
  notices: readonly {
    kind: NotificationKind
    subjectId: string | null
    by: string
    title: string
    what: string
    team?: string
    canvasThread?: string | null
    /** Epoch ms. */
    at: number
  }[]
}

/** A mail lists no more than this; the rest is counted. */
const LINES = 40
/** A title in a mail is cut to this many characters. */
const TITLE = 120

/** One line, whatever somebody typed: no line breaks or control characters, and not endless. */
const oneLine = (words: string, most = TITLE) => {
  const plain = words.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  const all = [...plain]
  return all.length > most ? `${all.slice(0, most - 1).join('')}…` : plain
}

/** The message about some notifications, in its reader's language and zone. The same sentences as in the app. */
export function writeMail({ id, to, base, notices }: MailFacts): Mail {
  const t = translator(to.locale)
  const workspace = oneLine(to.workspace)
  const home = base && `${base}/w/${encodeURIComponent(to.slug)}`
  const what = countWords(notices.map(({ kind }) => kind))
    .map(({ word, count }) => t(`mail.notifications.what.${word}`, { count }))
    .join(', ')
  const facts = { count: notices.length, what, workspace }
  const settings = home && `${home}/settings/profile#mail`
  const scene: MailScene = {
    lang: to.locale,
    from: `Hubbub · ${workspace}`,
    title: t('mail.notifications.title', facts),
    lines: notices.slice(0, LINES).map((one) => ({
      text: t(`notification.kind.${one.kind}`, {
        by: oneLine(one.by) || t('notification.house'),
        title: oneLine(one.title),
        what: one.what,
        team: oneLine(one.team ?? ''),
      }),
      detail: writeInZone(one.at, 'moment', to.zone, to.locale),
      href: home && `${home}/${placeOf(one)}`,
    })),
    more:
      notices.length > LINES ? t('mail.notifications.more', { count: notices.length - LINES }) : undefined,
    act: home
      ? { text: t('mail.notifications.open', { workspace }), href: `${home}/board` }
      : { text: t('mail.notifications.where', { workspace }) },
    foot: t(settings ? 'mail.notifications.why' : 'mail.notifications.whyNoLink', { workspace }),
    footLink: settings ? { text: t('mail.notifications.choose'), href: settings } : undefined,
  }
  return {
    to: to.email,
    subject: t('mail.notifications.subject', facts),
    text: mailText(scene),
    html: mailHtml(scene),
    id,
    unsubscribe: settings,
    automatic: true,
  }
}
