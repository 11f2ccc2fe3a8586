/** What a private calendar address gives: from so many days ago to so many ahead. */
export const FEED_BACK = 60
export const FEED_AHEAD = 365

/** What an address ends with that shall not show campaigns. */
export const NO_CAMPAIGNS = '?campaigns=no'
