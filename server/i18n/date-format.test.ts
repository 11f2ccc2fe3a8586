import { expect, it } from 'vitest'
import { timeFormat } from '../chart/time-format.ts'
import {
  clockOf,
  type DateShape,
  isForeign,
  writeDate,
  writeInZone,
  writeTimeByAxis,
  zoneWords,
} from './date-format.rules.ts'

const at = Date.parse('2026-11-09T11:30Z')
const night = Date.parse('2026-11-09T15:05Z')

it.each<[DateShape, number, string, string, string]>([
  ['time', at, 'UTC', '11:30', '오전 11:30'],
  ['time', night, 'Asia/Seoul', '00:05', '오전 12:05'],
  ['moment', at, 'UTC', 'Nov 9, 11:30', '11월 9일 오전 11:30'],
  ['dayTime', at, 'UTC', 'Mon, Nov 9, 11:30', '11월 9일 (월) 오전 11:30'],
  ['weekday', at, 'UTC', 'Mon 11:30', '(월) 오전 11:30'],
  ['full', at, 'UTC', 'Monday, November 9, 2026 at 11:30', '2026년 11월 9일 월요일 오전 11:30'],
  ['dateTime', at, 'UTC', 'November 9, 2026 at 11:30', '2026년 11월 9일 오전 11:30'],
  ['date', at, 'UTC', 'November 9, 2026', '2026년 11월 9일'],
])('writes %s by one clock a language', (shape, when, zone, en, ko) => {
  expect(writeDate(when, shape, zone, 'en')).toBe(en)
  expect(writeDate(when, shape, zone, 'ko')).toBe(ko)
})

it('names the zone behind the time, in both languages', () => {
  expect(writeInZone(at, 'moment', 'America/New_York', 'en')).toBe('Nov 9, 06:30 EST')
  expect(writeInZone(at, 'moment', 'Asia/Seoul', 'ko')).toBe('11월 9일 오후 8:30 GMT+9')
})

it('is the clock of charts, too', () => {
  expect(timeFormat('en', 'Asia/Seoul')(night, 'hour')).toBe('00:05')
  expect(timeFormat('ko', 'Asia/Seoul')(night, 'minute')).toBe('오전 12:05')
  expect(clockOf('ko')).not.toHaveProperty('hourCycle')
})

it.each([
  ['Asia/Seoul', 'Seoul (GMT+9)'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires (GMT-3)'],
  ['UTC', 'UTC'],
])('says %s as %s', (zone, words) => {
  expect(zoneWords(zone, at, 'en')).toBe(words)
  expect(zoneWords(zone, at, 'ko')).toBe(words)
})

it.each([
  ['Europe/London', 'UTC', '2026-11-23T10:00Z', false],
  ['Europe/London', 'UTC', '2026-07-23T10:00Z', true],
  ['Asia/Seoul', 'Asia/Tokyo', '2026-11-23T10:00Z', false],
  ['Pacific/Kiritimati', 'Pacific/Honolulu', '2026-11-23T10:00Z', true],
  ['UTC', 'UTC', '2026-11-23T10:00Z', false],
])('tells whether clocks of %s differ from those of %s at %s', (zone, own, when, foreign) => {
  expect(isForeign(zone, own, Date.parse(when))).toBe(foreign)
})

it.each([
  ['en', '16:53'],
  ['ko', '4:53'],
])('beside hours that say which half of the day it is, %s writes %s', (locale, words) => {
  expect(writeTimeByAxis(Date.parse('2026-11-09T16:53Z'), 'UTC', locale)).toBe(words)
})
