import { expect, it } from 'vitest'
import { countryOfZone } from './country-of-zone.ts'

it('knows the country of a zone, by any of its names, and none for a zone that is no place', () => {
  expect(countryOfZone('Europe/London')).toBe('GB')
  expect(countryOfZone('Europe/Berlin')).toBe('DE')
  expect(countryOfZone('Asia/Kolkata')).toBe('IN')
  expect(countryOfZone('Asia/Seoul')).toBe('KR')
  expect(countryOfZone('UTC')).toBeNull()
})
