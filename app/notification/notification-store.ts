import { createStore } from 'zustand'
import type { NotificationView } from '#server/notification/notification.rules.ts'

export interface NotificationState {
  list: readonly NotificationView[]
  unread: number
}

/** One's notifications, shared by the bell and its list. */
export const createNotificationStore = () => createStore<NotificationState>(() => ({ list: [], unread: 0 }))

export type NotificationStore = ReturnType<typeof createNotificationStore>
