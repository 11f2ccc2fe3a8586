/** Weights -1..1 of emoji and emoticons, set by hand: what people in support queues mean by them, in any language. */
const byWeight: Record<string, string> = {
  '1': '😍 🥰 😻 🤩 💯 🎉 🥳 ❤ 💖 💕 😘',
  '0.8': '😊 😀 😃 😄 😁 👏 🙌 👍 💙 💚 💛 💜 🧡 🖤 🤍 💗 💓 💞 💝 ♥ ☺ 🤗 😋 🏆 ✨ 🔥',
  '0.5': '🙂 😎 😇 😌 😉 👌 🌟 ⭐ 🙏 🤝 ✅ 🎊 🎁 😸 😺 💪 🌞 ☀ 🌈 😆 🫶 🌹 🌸 🥂 🍀 😜',
  '0.3': '😂 🤣 😅 🤞 ☕ 🎶 🤭',
  '-0.3': '😐 😑 😬 🙃 🤔 😶 ⚠ 🤷 😮 😭 🥺 💀 🫠',
  '-0.6': '😕 🙁 ☹ 😟 😞 😔 😒 🙄 😓 😥 😢 😪 😩 😫 😣 😖 😨 😰 😱 💔 👎 🤦 😷 ❌ 🤥 😧 😦 😿',
  '-0.9': '😠 😡 🤬 😤 🤮 🤢 💩 🖕 😾 👿 🤡 🗑',
}

const emoticonsByWeight: Record<string, string> = {
  '0.7': ':) :-) =) :D :-D =D xD XD ;) ;-) :] ^^ ^_^ ^-^ <3 :* :-* (: \\o/ :))',
  '-0.7': ":( :-( =( :'( :[ D: >:( :/ :-/ :\\ T_T T.T ;_; -_- </3 :(( ): >_<",
}

function table(groups: Record<string, string>): Map<string, number> {
  const weights = new Map<string, number>()
  for (const [weight, list] of Object.entries(groups))
    for (const mark of list.split(' ')) weights.set(mark, Number(weight))
  return weights
}

const emoji = table(byWeight)
export const emoticons = table(emoticonsByWeight)

/** The weight of one emoji (skin tone, gender and variation selector do not change it) or emoticon; 0 when unknown. */
export function emojiWeight(mark: string): number {
  const known = emoji.get(mark) ?? emoticons.get(mark)
  if (known !== undefined) return known
  const first = String.fromCodePoint(mark.codePointAt(0) ?? 0)
  return emoji.get(first) ?? 0
}
