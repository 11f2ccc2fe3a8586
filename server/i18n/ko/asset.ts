export const assetProblem = {
  tooLarge: '파일이 {megabytes}MB보다 커요. 크기를 줄여서 다시 올려 주세요.',
  notImage: '읽을 수 있는 그림 파일이 아니에요. JPEG, PNG, WebP, GIF 중 하나로 저장해서 다시 올려 주세요.',
  unknownType: '이런 종류의 파일은 보관할 수 없어요. 그림이나 {types} 파일로 저장해서 다시 첨부해 주세요.',
  tooManyPixels: '그림이 {megapixels}메가픽셀보다 커요. 크기를 줄여서 다시 올려 주세요.',
  tooManyFrames: '움직이는 그림이 {frames, number}장보다 많아요. 줄여서 다시 올려 주세요.',
  tooLong: '그림의 한 변이 {pixels, number}픽셀보다 길어요. 줄이거나 잘라서 다시 올려 주세요.',
  empty: '빈 파일이에요. 다른 파일을 골라 주세요.',
  brokenOff: '파일을 다 받기 전에 업로드가 끊겼어요. 저장된 것은 없으니 다시 올려 주세요.',
  quota:
    '라이브러리가 가득 찼어요. {limit}MB 중 {used}MB를 쓰고 있어요. 이미 있는 그림을 쓰거나 관리자에게 공간을 요청해 주세요.',
} as const
