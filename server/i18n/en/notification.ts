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
    joined: '{title} accepted your invitation',
  },
} as const
