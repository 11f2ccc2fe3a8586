import { renderToString } from 'react-dom/server'
import { IntlProvider } from 'use-intl'
import { expect, it } from 'vitest'
import { AvatarStack } from './avatar-stack.tsx'

const people = ['Ada', 'Ben', 'Cem', 'Dora', 'Eun'].map((name) => ({ id: name, name, picture: null }))
const drawn = (onPick?: () => void) =>
  renderToString(
    <IntlProvider locale="en" messages={{}} timeZone="UTC">
      <AvatarStack people={people} {...(onPick && { onPick })} />
    </IntlProvider>,
  )

it('gives those without a face of their own to choose from when a face can be pressed', () => {
  expect(drawn(() => undefined)).toMatch(/<button[^>]*aria-label="Dora and Eun"[^>]*aria-haspopup="menu"/)
  expect(drawn()).not.toContain('<button')
})

it('says of whom nothing has been heard for a while that they are idle', () => {
  const html = renderToString(
    <IntlProvider locale="en" messages={{ ui: { idle: '{name}, idle' } }} timeZone="UTC">
      <AvatarStack
        people={[{ id: 'a', name: 'Ada', idle: true }, ...people.slice(1, 2)]}
        onPick={() => undefined}
        pickLabel={({ name }) => `Follow ${name}`}
      />
    </IntlProvider>,
  )
  expect(html).toContain('aria-label="Follow Ada, idle"')
  expect(html).toContain('aria-label="Follow Ben"')
  expect(html.match(/bg-n5 text-muted/g)).toHaveLength(1)
})
