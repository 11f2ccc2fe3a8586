/** Networks: what they would refuse of a draft, the fields of their connect dialogs, what they lack. */
export const networkFacts = {
  issue: {
    empty: 'There is neither text nor media. Write something or add an image.',
    textTooLong:
      '{over, plural, one {# too many} other {# too many}}: {used, number} of {limit, number}. Shorten the text.',
    titleMissing: 'This network needs a title. Add one.',
    titleTooLong: 'The title has {used, number} characters; {limit, number} fit. Shorten it.',
    partsTooMany:
      'The thread has {used, number} parts; {limit, plural, one {only one is} other {# are}} possible here. Join some.',
    mediaMissing: 'This network needs an image or a video. Add one.',
    imagesTooMany: '{used, number} images; {limit, number} fit. Take some away.',
    videoUnsupported: 'Videos cannot be sent to this network yet. Take it away, or use an image.',
    videosTooMany:
      '{used, number} videos; {limit, plural, one {only one fits} other {# fit}}. Take some away.',
    mediaMixed: 'Images and a video cannot go together here. Keep one kind.',
    mediaType: 'Files of the type {type} are not accepted here. Use another format.',
    mediaTooLarge: 'The file has {size, number} MB; {limit, number} MB fit. Make it smaller.',
    altMissing: 'The description for people who do not see the image is missing. Add one.',
    altTooLong: 'The description has {used, number} characters; {limit, number} fit. Shorten it.',
    hashtagsTooMany: '{used, number} hashtags; {limit, number} are allowed. Take some away.',
    hashtagTooLong: 'A hashtag is longer than {limit, number} characters. Shorten it.',
    mentionUnclear:
      '@{mention} will stay plain text here, because its full address is missing. Write it with its domain.',
  },
  field: {
    handle: 'Name on the network',
    app_password: 'App password',
    service: 'Server',
    name: 'Display name',
  },
  without: {
    appPasswordScope:
      'Direct messages need an app password that allows them. Make one with that box ticked, then connect again.',
    serviceUnreachable: 'The server for direct messages does not answer. Replies and mentions still arrive.',
  },
  proof: {
    live: 'Verified against the real software',
    contract: 'Contract-tested, not verified live',
    planned: 'Counters and previews only',
  },
} as const

/** What a network without a proper noun is called. */
export const network = {
  practice: 'Practice',
} as const
