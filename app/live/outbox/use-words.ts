import { useLocale, useTimeZone, useTranslations } from 'use-intl'
import { writeDate } from '#server/i18n/date-format.rules.ts'
import type { CardPatch } from '#server/post/card.rules.ts'
import { useDirectory } from '../directory.tsx'
import { type Entry, isOf } from './entry.rules.ts'

/** Says in words what a waiting act does, and what somebody else did instead. */
export function useWords() {
  const t = useTranslations('outbox')
  const stage = useTranslations('board.stage')
  const locale = useLocale()
  const zone = useTimeZone() ?? 'UTC'
  const { stages, labels, members, campaigns } = useDirectory()
  const named = (list: readonly { id: string; name: string }[], id: string | null) =>
    list.find((one) => one.id === id)?.name ?? t('nothing')

  /** The values of a patch of a card, one after the other. */
  function values(patch: CardPatch): string {
    const words: string[] = []
    if (patch.stage !== undefined)
      words.push(
        patch.stage === 'draft' && patch.workingId
          ? (stages.find((one) => one.id === patch.workingId)?.name ?? t('goneStage'))
          : stage(patch.stage),
      )
    if (patch.sendLocal !== undefined)
      words.push(
        patch.sendLocal
          ? writeDate(Date.parse(`${patch.sendLocal}:00Z`), 'dayTime', 'UTC', locale)
          : t('noTime'),
      )
    if (patch.title !== undefined) words.push(t('fact.title', { value: patch.title }))
    if (patch.labels)
      words.push(
        t('fact.labels', { value: patch.labels.map((id) => named(labels, id)).join(', ') || t('nothing') }),
      )
    if (patch.assigneeId !== undefined)
      words.push(
        t('fact.assigneeId', { value: patch.assigneeId ? named(members, patch.assigneeId) : t('nobody') }),
      )
    if (patch.campaignId !== undefined)
      words.push(t('fact.campaignId', { value: named(campaigns, patch.campaignId) }))
    if (patch.dueAt !== undefined)
      words.push(
        t('fact.dueAt', {
          value: patch.dueAt === null ? t('nothing') : writeDate(patch.dueAt, 'dayTime', zone, locale),
        }),
      )
    if (patch.channelIds) words.push(t('fact.channels'))
    return words.join(', ')
  }

  /** What the act makes of its post. */
  function mine(entry: Entry): string {
    const shown = { ...entry.shows[entry.about[0] ?? ''] }
    if (!isOf(entry, 'post.change')) return values(shown)
    const { due, channelIds } = entry.input
    const local = due && 'local' in due ? Date.parse(`${due.local}:00Z`) : null
    const words = [
      values(shown),
      // Its instant says more, where there is one.
      due === undefined || shown.dueAt !== undefined
        ? ''
        : t('fact.dueAt', {
            value: local === null ? t('nothing') : writeDate(local, 'dayTime', 'UTC', locale),
          }),
      channelIds && !shown.channelIds ? t('fact.channels') : '',
    ]
    return words.filter(Boolean).join(', ')
  }

  function what(entry: Entry): string {
    const { title } = entry
    const item = entry.detail ?? ''
    switch (entry.verb) {
      case 'post.move':
        return t('what.move', { title, value: mine(entry) })
      case 'post.reschedule':
      case 'variant.reschedule': {
        const patch = entry.shows[entry.about[0] ?? ''] ?? {}
        return t('what.time', { title, value: values(patch.own?.[0] ?? patch) || t('noTime') })
      }
      case 'post.schedule':
        return t('what.schedule', { title })
      case 'variant.swap':
        return t('what.swap', { title })
      case 'post.create':
        return t('what.create', { title })
      case 'post.archive':
        return t('what.archive', { title })
      case 'post.restore':
        return t('what.restore', { title })
      case 'post.bulk':
        return t('what.bulk', { count: entry.about.length })
      case 'checklist.addItem':
        return t('what.addItem', { title, item })
      case 'checklist.changeItem': {
        const { done } = entry.input
        return t(done === undefined ? 'what.item' : done ? 'what.tick' : 'what.untick', { title, item })
      }
      case 'post.change':
        return t('what.change', { title, value: mine(entry) })
    }
  }

  return { what, mine, values }
}
