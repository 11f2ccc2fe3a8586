export const campaignMove = {
  title: 'Move its posts too?',
  body: '“{name}” moves {days, plural, one {a day} other {# days}} {way, select, later {later} other {earlier}}, to {from} – {to}.',
  open: '…',
  along:
    '{count, plural, one {Move # post that has not gone out by as many days} other {Move # posts that have not gone out by as many days}}',
  stay: 'Only the campaign',
  alongHint: 'Each keeps its local time. What has gone out stays where it is.',
  regionsFollow:
    '{count, plural, one {# post of a region follows at once: HQ has locked its time.} other {# posts of regions follow at once: HQ has locked their time.}}',
  regionsAsked:
    '{count, plural, one {For # post a region is asked whether to follow; until then it stays.} other {For # posts regions are asked whether to follow; until then they stay.}}',
  act: 'Move',
  back: 'Leave it where it is',
  done: '“{name}” is moved{count, plural, =0 {} one {, # post with it} other {, # posts with it}}.',
  undone: '“{name}” is back where it was.',
} as const
