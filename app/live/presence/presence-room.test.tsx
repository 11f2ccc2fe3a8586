import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { Cursors } from './cursors.tsx'
import { PresenceRoom } from './presence-room.tsx'
import { useHere, useHereAt, usePresenceStatus, useReport, useTypingIn } from './use-presence.ts'

function Page() {
  useReport({ page: '/board', focus: 'post:1' })
  const people = [...useHere(), ...useHereAt('post:1'), ...useTypingIn('post:1')]
  return `${people.length} people, ${usePresenceStatus()}`
}

test('renders on the server, inside and outside of a room', () => {
  const complained = vi.spyOn(console, 'error')
  const inside = renderToString(
    <PresenceRoom id="w1:board" access={{ mode: 'embedded', auth: '/w/acme/presence/auth' }}>
      <Cursors surface="board">
        <Page />
      </Cursors>
    </PresenceRoom>,
  )
  expect(inside).toContain('0 people, off')
  expect(renderToString(<Page />)).toBe('0 people, off')
  expect(complained).not.toHaveBeenCalled()
})
