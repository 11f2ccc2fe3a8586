/** The height of an hour in a grid, px. */
const HOUR = 52
/** What a post takes up in it, though it goes out in an instant: minutes. */
export const EXTENT = 45

/** Where a minute of the day stands, px from the day's top. */
export const topOf = (minute: number): number => (minute / 60) * HOUR

/** The minute of the day at a height, px. */
export const minuteAt = (top: number): number => (top / HOUR) * 60
