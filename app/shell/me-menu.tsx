import { Languages, LogOut, SunMoon } from 'lucide-react'
import { useLocale, useTranslations } from 'use-intl'
import { localeNames, locales } from '#server/i18n/locale.rules.ts'
import { chooseLocale, chooseTheme, type Theme, themes } from '../preferences.ts'
import type { TriggerProps } from '../ui/lazy-trigger.tsx'
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator, MenuSub } from '../ui/menu.tsx'
import { postDocument } from './post-document.ts'
import { useShell } from './shell-context.ts'
import { useTheme } from './use-theme.ts'

/** Oneself: theme, language, the way out. Opened by `MeButton`. */
export function MeMenu({ trigger, defaultOpen }: TriggerProps) {
  const t = useTranslations('shell')
  const locale = useLocale()
  const theme = useTheme()
  const { me, workspaceName } = useShell()
  return (
    <Menu side="right" align="end" trigger={trigger} defaultOpen={defaultOpen}>
      <MenuLabel>
        <span className="block text-dense text-fg">{me.name}</span>
        {workspaceName}
      </MenuLabel>
      <MenuSeparator />
      <MenuSub icon={<SunMoon />} label={t('theme.label')}>
        <MenuChoice
          value={theme}
          onChange={(next: Theme) => chooseTheme(next)}
          options={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
        />
      </MenuSub>
      <MenuSub icon={<Languages />} label={t('language')}>
        <MenuChoice
          value={locale}
          onChange={chooseLocale}
          options={locales.map((value) => ({ value, label: <span lang={value}>{localeNames[value]}</span> }))}
        />
      </MenuSub>
      <MenuSeparator />
      <MenuItem icon={<LogOut />} onSelect={() => postDocument('/sign-out')}>
        {t('signOut')}
      </MenuItem>
    </Menu>
  )
}
