import { dayKey } from '../time/calendar.rules.ts'
import type { Substitution } from './approval.rules.ts'

/** Somebody stands in for an approver on these days, both included, in the approver's own zone. */
export type Absence = Substitution & { /** `YYYY-MM-DD` */ fromDay: string; toDay: string; zone: string }

/** Who stands in for whom at this instant. A substitute who is away is not replaced in turn. */
export function substitutionsAt(absences: readonly Absence[], now: number): Substitution[] {
  return absences
    .filter(({ fromDay, toDay, zone }) => {
      const today = dayKey(now, zone)
      return fromDay <= today && today <= toDay
    })
    .map(({ memberId, substituteId }) => ({ memberId, substituteId }))
    .filter(({ memberId, substituteId }) => memberId !== substituteId)
}

export type AbsenceRefusal = 'absence.self' | 'absence.backwards' | 'absence.overlap'

/** May this absence be added to those of the same approver? */
export function checkAbsence(
  wanted: Absence,
  others: readonly Absence[],
): { ok: true } | { refuse: AbsenceRefusal } {
  if (wanted.memberId === wanted.substituteId) return { refuse: 'absence.self' }
  if (wanted.fromDay > wanted.toDay) return { refuse: 'absence.backwards' }
  const overlaps = others.some(
    (other) =>
      other.memberId === wanted.memberId && other.fromDay <= wanted.toDay && wanted.fromDay <= other.toDay,
  )
  return overlaps ? { refuse: 'absence.overlap' } : { ok: true }
}
