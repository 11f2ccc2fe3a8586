/** Networks: what they would refuse of a draft, the fields of their connect dialogs, what they lack. */
export const network = {
  practice: 'Practice',
  issue: {
    empty: 'There is neither text nor media. Write something or add an image.',
    text_too_long:
      '{over, plural, one {# too many} other {# too many}}: {used, number} of {limit, number}. Shorten the text.',
    title_missing: 'This network needs a title. Add one.',
    title_too_long: 'The title has {used, number} characters; {limit, number} fit. Shorten it.',
    parts_too_many:
      'The thread has {used, number} parts; {limit, plural, one {only one is} other {# are}} possible here. Join some.',
    media_missing: 'This network needs an image or a video. Add one.',
    images_too_many: '{used, number} images; {limit, number} fit. Take some away.',
    video_unsupported: 'Videos cannot be sent to this network yet. Take it away, or use an image.',
    videos_too_many:
      '{used, number} videos; {limit, plural, one {only one fits} other {# fit}}. Take some away.',
    media_mixed: 'Images and a video cannot go together here. Keep one kind.',
    media_type: 'Files of the type {type} are not accepted here. Use another format.',
    media_too_large: 'The file has {size, number} MB; {limit, number} MB fit. Make it smaller.',
    alt_missing: 'The description for people who do not see the image is missing. Add one.',
    alt_too_long: 'The description has {used, number} characters; {limit, number} fit. Shorten it.',
    hashtags_too_many: '{used, number} hashtags; {limit, number} are allowed. Take some away.',
    hashtag_too_long: 'A hashtag is longer than {limit, number} characters. Shorten it.',
    mention_unclear:
      '@{mention} will stay plain text here, because its full address is missing. Write it with its domain.',
  },
  field: {
    handle: 'Name on the network',
    app_password: 'App password',
    service: 'Server',
    name: 'Display name',
  },
  without: {
    app_password_scope:
      'Direct messages need an app password that allows them. Make one with that box ticked, then connect again.',
    service_unreachable: 'The server for direct messages does not answer. Replies and mentions still arrive.',
  },
  proof: {
    live: 'Verified against the real software',
    contract: 'Contract-tested, not verified live',
    planned: 'Counters and previews only',
  },
} as const
