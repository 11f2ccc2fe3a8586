import type { canvasProblem as english } from '../en/canvas-problem.ts'
import type { Same } from '../messages.ts'

export const canvasProblem: Same<typeof english> = {
  away: '지금은 캔버스에 연결할 수 없어요. 바뀐 것은 없으니 몇 초 뒤에 다시 시도해 주세요.',
  half: '도중에 캔버스 연결이 끊겨서 일부만 되돌렸어요. 한 번 더 되돌려 주세요. 그 전의 내용은 기록에 있어요.',
}
