import { AvatarStack, type AvatarStackProps } from './avatar-stack.tsx'

/** Who is here, in the bar of a page: a phone's has room for one, the others are behind a number. */
export function FacesHere(props: Pick<AvatarStackProps, 'people' | 'onPick' | 'pickLabel'>) {
  if (!props.people.length) return null
  return (
    <>
      <div className="max-sm:hidden">
        <AvatarStack {...props} />
      </div>
      <div className="sm:hidden">
        <AvatarStack {...props} max={1} />
      </div>
    </>
  )
}
