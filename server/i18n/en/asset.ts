/** Problems of the library: `problem.asset.<code>`. */
export const assetProblem = {
  tooLarge: 'The file is larger than {megabytes} MB. Make it smaller, then upload it again.',
  notImage:
    'This file is not a picture we can read. JPEG, PNG, WebP and GIF work; save it as one of these, then upload it again.',
  unknownType:
    'Files of this kind are not kept. Pictures and these work: {types}. Save it as one of them, then attach it again.',
  tooManyPixels: 'The picture has more than {megapixels} megapixels. Make it smaller, then upload it again.',
  tooManyFrames: 'The animation has more than {frames, number} pictures. Shorten it, then upload it again.',
  tooLong:
    'The picture is longer than {pixels, number} pixels. Make it smaller or cut it, then upload it again.',
  empty: 'The file is empty. Choose another one.',
  brokenOff: 'The upload broke off before the file was complete. Nothing was kept; upload it again.',
  quota:
    'The library is full: {used} MB of {limit} MB are used. Use a picture that is there already, or ask an admin to make room.',
} as const
