import { Button } from '../ui/button.tsx'
import { useCanvasWords } from './canvas-words.ts'
import { useBringBack } from './use-bring-back.ts'

/** Puts an archived canvas back into the list. */
export function BringBack({ id, name }: { id: string; name: string }) {
  const t = useCanvasWords()
  const bringBack = useBringBack()
  return (
    <Button size="dense" onClick={() => void bringBack(id, name)} aria-label={t('unarchiveNamed', { name })}>
      {t('unarchive')}
    </Button>
  )
}
