import { CircleAlert, CircleCheck } from 'lucide-react'
import { useEffect } from 'react'
import { Toaster as Sonner, toast as sonner } from 'sonner'
import { useTranslations } from 'use-intl'
import { readyToShow, toastOptions } from './toast.ts'

const icons = {
  done: <CircleCheck className="size-4 text-green" />,
  failed: <CircleAlert className="size-4 text-red" />,
  plain: null,
}

/** The drawn toasts; loaded by `ToastRegion`. */
export function Toaster() {
  const t = useTranslations('ui')
  useEffect(() => {
    readyToShow((message) => {
      sonner(message.title, { ...toastOptions(message), icon: icons[message.kind ?? 'plain'] })
    })
  }, [])
  return (
    <Sonner
      position="bottom-center"
      containerAriaLabel={t('toasts')}
      style={{ fontFamily: 'inherit' }}
      offset={{ bottom: 'calc(16px + var(--foot, 0px))' }}
      mobileOffset={{ bottom: 'calc(72px + var(--foot, 0px))' }}
      gap={8}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-center gap-2.5 rounded-card bg-overlay px-3 py-2.5 text-dense text-fg shadow-menu sm:w-90',
          content: 'min-w-0 flex-1',
          title: 'font-medium',
          description: 'text-muted',
          actionButton: 'h-dense shrink-0 rounded-control px-2.5 font-medium text-accent-text hover:bg-hover',
        },
      }}
    />
  )
}
