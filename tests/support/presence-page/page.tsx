import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Cursors } from '#app/live/presence/cursors.tsx'
import { PresenceRoom } from '#app/live/presence/presence-room.tsx'
import {
  useHere,
  useHereAt,
  usePresenceStatus,
  useReport,
  useTypingIn,
} from '#app/live/presence/use-presence.ts'
import '#app/styles/app.css'

/** A page of nothing but presence: a list of people, a card, a field, and a tall scrolling surface. */
function Page() {
  const [text, setText] = useState('')
  const [room, setRoom] = useState('w1:board')
  return (
    <PresenceRoom id={room} access={{ mode: 'embedded', auth: '/presence/auth' }}>
      <Facts typing={text !== ''} />
      <input value={text} onChange={(event) => setText(event.target.value)} />
      <button type="button" onClick={() => setRoom('w1:other')}>
        Other room
      </button>
      <div id="scroller" style={{ height: 300, overflow: 'auto' }}>
        <Cursors surface="board">
          <div style={{ height: 2000, width: 900 }} />
        </Cursors>
      </div>
    </PresenceRoom>
  )
}

function Facts({ typing }: { typing: boolean }) {
  useReport({ page: location.hash, focus: 'post:1', typing: typing ? 'post:1' : null })
  const names = (people: readonly { name: string }[]) => people.map((person) => person.name).join(',')
  return (
    <ul>
      <li id="status">{usePresenceStatus()}</li>
      <li id="here">{names(useHere())}</li>
      <li id="card">{names(useHereAt('post:1'))}</li>
      <li id="typing">{names(useTypingIn('post:1'))}</li>
    </ul>
  )
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Page />
  </StrictMode>,
)
