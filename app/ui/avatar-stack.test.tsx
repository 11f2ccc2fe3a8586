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
