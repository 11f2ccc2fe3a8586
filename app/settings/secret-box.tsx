import { Copy } from 'lucide-react'
import { useId } from 'react'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.ts'

interface SecretBoxProps {
  label: string
  value: string
  copy: string
  copied: string
}

/** Something shown once, to be copied. Selected on focus, for browsers that refuse the clipboard. */
export function SecretBox({ label, value, copy, copied }: SecretBoxProps) {
  const id = useId()
  const take = async () => {
    const box = document.getElementById(id)
    if (box instanceof HTMLInputElement) box.select()
    try {
      await navigator.clipboard.writeText(value)
      toast({ kind: 'done', title: copied })
    } catch {
      // No clipboard without https: the text is selected, and the keyboard copies it.
    }
  }
  return (
    <Field id={id} label={label}>
      <span className="flex gap-2">
        <TextField
          id={id}
          readOnly
          value={value}
          className="font-mono"
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button icon={<Copy />} onClick={take}>
          {copy}
        </Button>
      </span>
    </Field>
  )
}
