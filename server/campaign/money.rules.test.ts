import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromMinor, minorDigits, money, sayMoney, toMinor } from './money.rules.ts'

describe('money', () => {
  it.each([
    ['1250.5', 'EUR', 125_050],
    ['0', 'EUR', 0],
    ['10.100', 'EUR', 1_010],
    ['10.101', 'EUR', null],
    ['5000000', 'KRW', 5_000_000],
    ['1.5', 'KRW', null],
    ['1.234', 'KWD', 1_234],
    ['-1', 'EUR', null],
    ['1e5', 'EUR', null],
    ['', 'EUR', null],
  ])('%s %s is %s', (typed, code, minor) => expect(toMinor(typed, code)).toBe(minor))

  it('comes back as it was typed', () => {
    const codes = fc.constantFrom('EUR', 'KRW', 'KWD', 'USD')
    fc.assert(
      fc.property(fc.nat(2_000_000_000), codes, (amount, currency) => {
        expect(toMinor(fromMinor({ amount, currency }), currency)).toBe(amount)
      }),
    )
  })

  it('is written as a locale writes it', () => {
    expect(sayMoney({ amount: 1_250_000, currency: 'EUR' }, 'en')).toBe('€12,500')
    expect(sayMoney({ amount: 1_250_050, currency: 'EUR' }, 'en')).toBe('€12,500.50')
    expect(sayMoney({ amount: 5_000_000, currency: 'KRW' }, 'ko')).toBe('₩5,000,000')
    expect(minorDigits('JPY')).toBe(0)
  })

  it('knows its currencies', () => {
    expect(money.safeParse({ amount: 1, currency: 'eur' }).data).toEqual({ amount: 1, currency: 'EUR' })
    for (const bad of [
      { amount: 1, currency: 'XQQ' },
      { amount: 1.5, currency: 'EUR' },
    ])
      expect(money.safeParse(bad).success).toBe(false)
  })
})
