/** Problems of attachments: `problem.attachment.<code>`. */
export const attachmentProblem = {
  tooMany: 'A post has at most {limit} attachments. Take one off first, then attach this one.',
} as const

export const attachment = {
  title: 'Attachments',
  hint: 'For those who work on it; never sent with the post.',
  addFile: 'Attach files',
  addLink: 'Attach a link',
  drop: 'Drop files here',
  url: 'Address',
  urlPlaceholder: 'Paste an address',
  urlWrong: 'That is no web address. It begins with http:// or https://.',
  name: 'Name',
  attach: 'Attach',
  cancel: 'Cancel',
  remove: 'Take off {name}',
  removed: '“{name}” is taken off.',
  download: 'Download {name}',
  open: 'Open {name} in a new tab',
  failed: '{name} was not attached.',
  uploading: 'Uploading {name}',
} as const
