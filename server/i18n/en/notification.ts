export const notification = {
  title: 'Notifications',
  bell: '{unread, plural, =0 {Notifications} one {Notifications, # unread} other {Notifications, # unread}}',
  unread: 'Unread',
  readAll: 'Mark all as read',
  empty: 'Nothing yet. Mentions, assignments, reviews and what was sent come here.',
  house: 'Hubbub',
  kind: {
    mention: '{by} mentioned you in “{title}”',
    reply: '{by} replied in “{title}”',
    assigned: '{by} assigned “{title}” to you',
    conversationAssigned: '{by} assigned a conversation to you',
    reviewAsked: '{by} asks for your review of “{title}”',
    decided:
      '{by} {what, select, approve {approved} changes {asked for changes to} other {rejected}} “{title}”',
    sent: '“{title}” was sent',
    notSent: '“{title}” was not sent',
    campaignPublished: '{by} published the campaign “{title}” to {what}',
    centralChanged: '{by} changed what “{title}” came from: take it or decline it',
    timeKept:
      '{what, select, sent {{by} set HQ’s send time for “{title}”, but here it has gone out already} none {{by} took HQ’s send time of “{title}” away, but here it is scheduled and keeps its slot} skipped {{by} set HQ’s send time for “{title}” to an hour that clocks leave out here: it goes out at the first minute after} other {{by} set HQ’s send time for “{title}”, but that has passed here or is near: it keeps its slot}}',
    timeKeptThere:
      '{what, select, sent {“{title}” could not follow your send time in {team}: it has gone out there already} none {“{title}” keeps its slot in {team}: it is scheduled there and cannot be without a send time} skipped {“{title}” goes out at the first minute after your send time in {team}: clocks leave out that hour there} other {“{title}” keeps its slot in {team}: your send time has passed there or is near. Choose another, or unlock it}}',
    joined: '{title} accepted your invitation',
  },
} as const
