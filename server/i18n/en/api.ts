export const apiProblem = {
  cursor: 'This cursor belongs to no page of this list. Begin again without one.',
  contentType: 'Send the body as application/json.',
  invalid: 'The call does not fit. See `errors` for each field.',
  json: 'The body could not be read as JSON. Check its syntax and encoding.',
  key: 'An Idempotency-Key has 1 to 200 visible ASCII characters.',
  keyReused: 'This Idempotency-Key was used for another request. Use a new one.',
  method: 'This address does not take that method. See the header Allow.',
  token:
    'Send a valid token: Authorization: Bearer, a space, the token. Make one under settings, or with the command line.',
} as const
