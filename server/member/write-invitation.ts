import { translator } from '../i18n/translator.ts'
import type { Mail } from '../platform/mail.ts'
import { type MailScene, mailHtml, mailText } from '../platform/mail-scene.ts'

/** The message that brings an invitation, in its reader's language. `link` works once. */
export function writeInvitation(
  to: string,
  locale: 'en' | 'ko',
  { workspace, name, link }: { workspace: string; name: string; link: string },
): Mail {
  const t = translator(locale)
  const facts = { workspace: oneLine(workspace), name: oneLine(name) }
  const scene: MailScene = {
    lang: locale,
    from: `Hubbub · ${facts.workspace}`,
    title: t('mail.invitation.title', facts),
    lines: [],
    more: t('mail.invitation.once'),
    act: { text: t('mail.invitation.act', facts), href: link },
    foot: t('mail.invitation.foot', facts),
  }
  return { to, subject: t('mail.invitation.subject', facts), text: mailText(scene), html: mailHtml(scene) }
}

/** No line breaks or control characters, whatever somebody is called. */
const oneLine = (words: string) => words.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
