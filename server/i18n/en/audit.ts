/**
 * What happened, as a sentence without its subject: the list says who beside it. By event type, nested at the dot; what
 * an event does not carry is `none`. Kept out of the browser's messages: the server writes the sentences.
 */
export const auditSentence = {
  account: { passwordChanged: 'changed the own password; other sessions ended' },
  approval: {
    decided:
      '{kind, select, approve {approved} changes {requested changes to} other {rejected}} “{title}”{approved, select, true {; it is approved now} other {}}',
  },
  asset: { added: 'added the picture {name} to the library' },
  attachment: {
    added: 'attached {kind, select, link {the link} other {the file}} “{name}” to “{title}”',
    removed: 'took {kind, select, link {the link} other {the file}} “{name}” off “{title}”',
  },
  bond: {
    changed: 'changed what “{title}” came from',
    timeKept:
      'set HQ’s send time for “{title}”, {why, select, sent {which had gone out in the region already} none {which keeps its slot in the region} skipped {an hour that clocks leave out in the region} other {which had passed in the region or was near}}',
    timeKeptThere:
      'left “{title}” at its time in {teams}{why, select, sent { (sent already)} skipped { (clocks leave out that hour)} other {}}',
    taken: 'took HQ’s change into “{title}”',
    declined: 'declined HQ’s change of “{title}”',
  },
  campaign: {
    created: 'made the campaign “{name}”',
    changed: 'changed the campaign “{name}”',
    briefEdited: 'wrote in the brief of the campaign “{name}”',
    archived: 'archived the campaign “{name}”',
    published:
      'published the campaign “{name}” to {team} ({posts, plural, one {# new post} other {# new posts}})',
    regionsChanged: 'changed what {teams} have of the campaign “{name}”',
    locked: 'said which fields of the campaign “{name}” {team} may change',
  },
  canvas: {
    created: 'made the canvas “{name}”',
    renamed: 'renamed a canvas to “{name}”',
    archived: 'archived the canvas “{name}”',
    unarchived: 'brought the canvas “{name}” back from the archive',
    commented: 'commented on an object of the canvas “{name}”',
    replied: 'replied to a comment on the canvas “{name}”',
    commentEdited: 'edited a comment on the canvas “{name}”',
    commentDeleted: 'deleted a comment on the canvas “{name}”',
    threadResolved: 'resolved a comment on the canvas “{name}”',
    threadReopened: 'reopened a comment on the canvas “{name}”',
    kept: 'kept the canvas “{name}” as “{label}” ({objects, plural, =0 {nothing on it} one {# object} other {# objects}})',
    restored:
      'brought an older state of the canvas “{name}” back ({objects, plural, =0 {nothing on it} one {# object} other {# objects}})',
  },
  channel: {
    connected: 'connected the channel {name} ({network}, {handle})',
    changed: 'changed the settings of the channel {name}',
    expired: 'lost the access to the channel {name}: {network} wants a new login',
    disconnected: 'disconnected the channel {name}',
    conversationsMoved:
      'moved {count, plural, one {# conversation} other {# conversations}} of a channel to another team with it',
    removed: 'removed the channel {name}',
  },
  checklist: {
    created: 'began the checklist “{name}” of “{title}”',
    changed: 'changed the checklist “{name}” of “{title}”',
    removed: 'removed the checklist “{name}” of “{title}”',
    itemAdded: 'added “{text}” to a checklist of “{title}”',
    itemChanged:
      '{done, select, true {ticked} false {unticked} other {changed}} “{text}” in a checklist of “{title}”',
    itemRemoved: 'took “{text}” out of a checklist of “{title}”',
  },
  comment: {
    started: 'commented on “{title}”',
    replied: 'replied to a comment on “{title}”',
    edited: 'edited a comment on “{title}”',
    deleted: 'deleted a comment on “{title}”',
  },
  conversation: {
    received: '{isNew, select, true {received a new conversation} other {received a message}} on {channel}',
    claimed: 'took up a conversation',
    released: 'let go of a conversation',
    assigned:
      '{assignee, select, none {unassigned a conversation} other {assigned a conversation to {assignee}}}',
    pended: 'put a conversation aside until the other side answers',
    snoozed: 'snoozed a conversation',
    woke: 'woke a snoozed conversation',
    reopened: 'reopened a conversation',
    closed: 'closed a conversation ({reason})',
    replied: 'answered a conversation',
    sent: 'sent a reply',
    delayed: 'waits to send a reply ({reason})',
    notSent: 'did not send a reply ({reason})',
    seen: 'read a conversation',
  },
  delivery: {
    sent: 'sent “{title}” to {channel}',
    notSent: 'did not send “{title}” to {channel} ({because})',
    waits: 'waits to send “{title}” to {channel} ({because})',
    retried: 'sends “{title}” to {channel} again',
    dropped: 'gave up sending “{title}” to {channel}',
    resolved:
      'said that “{title}” {outcome, select, sent {was sent} not_sent {was not sent} other {is to be sent again}} on {channel}',
  },
  feed: {
    created: 'made a private calendar address (team: {team})',
    revoked: 'ended a private calendar address (team: {team})',
  },
  import: {
    started: 'began to import “{importName}”',
    filled: 'imported a part of “{importName}” ({done} of {total})',
    finished:
      'imported “{importName}”: {made, plural, one {# new post} other {# new posts}}, {updated} updated, {bad, plural, one {# row} other {# rows}} left out',
    failed: 'could not go on importing “{importName}”',
    emptied: 'took back a part of the import “{importName}” ({done} of {total})',
    undone:
      'undid the import “{importName}”: {removed, plural, one {# post} other {# posts}} removed, {kept} kept',
  },
  invitation: { withdrawn: 'withdrew the invitation of {email}' },
  job: { retried: 'ran the parked job {kind} again', dropped: 'gave up the parked job {kind}' },
  label: {
    created: 'made the label “{name}”',
    changed: 'changed the label “{name}”',
    merged: 'merged the label “{name}” into “{into}”',
    removed: 'removed the label “{name}”',
  },
  member: {
    joined: 'joined as {role}',
    invited: 'invited {email} as {role}',
    changed:
      '{change, select, role {changed the role of {name} to {role}} everywhere {let the role of {name} hold in the whole workspace} narrowed {narrowed the role of {name} to single teams} teamRole {{teamRole, select, none {took the role of {name} in {team}} other {made {name} {teamRoleName} in {team}}}} joinedTeam {added {name} to {team}} leftTeam {took {name} out of {team}} other {took the name {name}}}',
    removed: 'removed {name} from the workspace',
  },
  metric: { collected: 'fetched the figures of {channel}' },
  notification: {
    added: 'told you of something',
    mailChosen: 'changed which notifications go by e-mail',
    read: 'read {count, plural, one {# notification} other {# notifications}}',
  },
  pause: {
    started: 'paused publishing ({scope, select, workspace {everything} other {{value}}}): {reason}',
    ended: 'ended the pause ({scope, select, workspace {everything} other {{value}}}); {held} held',
    reached:
      '{ended, select, true {ended the pause} other {paused publishing}} of the campaign “{name}” for posts of {team}, too',
  },
  pen: { moved: 'passed the pen of a draft', asked: 'asked for the pen of “{title}”' },
  post: {
    spread: 'made room beside “{title}”, which stands where it stood',
    created: 'made the post “{title}”',
    changed: 'changed “{title}”',
    edited: 'wrote in “{title}”',
    moved: 'moved “{title}”{stage, select, none {} other { to {stageName}}}',
    rescheduled:
      '{sendLocal, select, none {took “{title}” off the calendar} other {planned “{title}” for {sendLocal}}}',
    archived: 'archived “{title}”',
    restored: 'restored “{title}”',
    submitted: 'submitted “{title}” for review',
    withdrawn: 'withdrew “{title}” from review',
    scheduled: 'scheduled “{title}”',
    unscheduled: 'took “{title}” back from the schedule',
  },
  practice: {
    added:
      'played the audience on {channel}: {kind, select, post {a post} reply {a reply} mention {a mention} other {a direct message}}',
    liked: 'played the audience on {channel}: a like',
    personaAdded: 'played the audience: a new person',
    stormStarted: 'started a storm of {messages} messages on {channel}',
    stormStopped: 'ended the storm on {channel}',
  },
  variant: {
    rescheduled:
      '{sendLocal, select, none {let “{title}” go out on {channels} with the post again} other {planned “{title}” on {channels} for {sendLocal}}}',
  },
  sentiment: { corrected: 'corrected the sentiment of a message to {to}' },
  session: { revoked: 'signed {ended, plural, one {# own session} other {# own sessions}} out' },
  stage: {
    added: 'added the working stage “{name}”',
    changed: 'changed the working stage “{name}”',
    removed: 'removed the working stage “{name}”',
  },
  series: {
    started: 'let “{title}” repeat',
    changed: 'changed how “{title}” repeats',
    ended: 'ended the repetition of “{title}”',
    filled:
      'made {made, plural, =0 {no copy} one {# copy} other {# copies}} of “{title}”, and took {removed, plural, =0 {none} other {#}} away',
  },
  team: {
    created: 'made the team {name}',
    changed: 'changed the team {name}',
    archived: 'archived the team {name}',
  },
  thread: { resolved: 'resolved a comment on “{title}”', reopened: 'reopened a comment on “{title}”' },
  token: { created: 'made the API token “{name}”', revoked: 'revoked the API token “{name}”' },
  view: {
    saved: 'saved the view “{name}”',
    changed: 'changed the view “{name}”',
    removed: 'removed the view “{name}”',
  },
  workspace: {
    created: 'founded the workspace {name}',
    changed: 'changed the workspace: {name}, {zone}, {locale}',
  },
} as const

export const auditWord = {
  /** In place of what the reader may not see. */
  hidden: 'did something that your role does not show',
  /** In place of a reason: the conversation was closed as answered. */
  answered: 'answered',
  stage: {
    idea: 'Idea',
    draft: 'Draft',
    in_review: 'In review',
    approved: 'Approved',
    scheduled: 'Scheduled',
    published: 'Published',
  },
  role: {
    owner: 'owner',
    admin: 'admin',
    manager: 'manager',
    editor: 'editor',
    agent: 'agent',
    analyst: 'analyst',
    viewer: 'viewer',
  },
  /** The kinds of things one can filter by: the first half of the event types. */
  noun: {
    account: 'Accounts',
    approval: 'Approvals',
    asset: 'Library',
    attachment: 'Attachments',
    bond: 'Posts from HQ',
    campaign: 'Campaigns',
    canvas: 'Canvases',
    channel: 'Channels',
    checklist: 'Checklists',
    comment: 'Comments',
    conversation: 'Conversations',
    delivery: 'Sending',
    feed: 'Calendar addresses',
    import: 'Imports',
    invitation: 'Invitations',
    job: 'Jobs',
    label: 'Labels',
    member: 'Members',
    metric: 'Figures',
    notification: 'Notifications',
    pause: 'Pauses',
    pen: 'Pens',
    post: 'Posts',
    practice: 'Practice',
    sentiment: 'Sentiment',
    series: 'Repeating posts',
    session: 'Sessions',
    stage: 'Working stages',
    team: 'Teams',
    thread: 'Threads',
    token: 'API tokens',
    variant: 'Variants',
    view: 'Views',
    workspace: 'Workspace',
  },
  csv: { number: 'Number', time: 'Time (UTC)', who: 'Who', what: 'What', type: 'Event', subject: 'Subject' },
} as const
