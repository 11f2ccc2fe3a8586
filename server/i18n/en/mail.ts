/** Words of mail. Plain text; links stand on a line of their own. */
export const mail = {
  invitation: {
    subject: '{name} invites you to {workspace} on Hubbub',
    text: `{name} invites you to work in {workspace} on Hubbub.

Open this link to join. It works once, for 7 days:

{link}

If you do not know {name}, ignore this message; nothing happens.
`,
  },
} as const
