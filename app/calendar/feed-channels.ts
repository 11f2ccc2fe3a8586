/** Networks whose profiles are grids of pictures, the most so first. */
const PICTURES = ['instagram', 'tiktok', 'youtube', 'facebook', 'threads']

/** Channels with those of picture networks first; the order is kept otherwise. */
export function byPicture<T extends { network: string }>(channels: readonly T[]): T[] {
  const rank = ({ network }: T) => (PICTURES.includes(network) ? PICTURES.indexOf(network) : PICTURES.length)
  return [...channels].sort((a, b) => rank(a) - rank(b))
}
