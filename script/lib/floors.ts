/**
 * The floors of the house, lowest first. A file imports its own room and rooms of lower floors; rooms on one floor do not know each other.
 * A room is a folder, or a single file that stands alone.
 */
export const floors: readonly (readonly string[])[] = [
  ['atlas/src'],
  ['tickets/src', 'deidentify/src'],
  ['contract/src'],
  ['phrases/src'],
  ['demo/src'],

  ['server/src/access.ts'],
  ['server/src/platform'],
  // The attack on the two halves, for the test and the audit; it knows no room.
  ['server/src/joinAttack'],

  // Who signed with which certificate; it knows no room.
  ['server/src/registrar/certificates'],
  // The ports of registers and logins, which everybody's dependencies name.
  ['server/src/registrar/registers/RegisterAdapter.ts', 'server/src/registrar/proving/Login.ts'],
  ['server/src/registrar/deps.ts'],
  ['server/src/registrar/sealing'],
  ['server/src/registrar/audit'],
  ['server/src/registrar/mails'],
  ['server/src/registrar/codes'],
  ['server/src/registrar/staff'],
  ['server/src/registrar/registers'],
  ['server/src/registrar/persons'],
  ['server/src/registrar/sessions'],
  ['server/src/registrar/applications'],
  ['server/src/registrar/proving'],
  ['server/src/registrar/decisions'],
  ['server/src/registrar/issuing'],

  // The ports of the translation engine and of the reader of images, which everybody's dependencies name.
  [
    'server/src/community/accounts/manifestSource.ts',
    'server/src/community/texts/Translator.ts',
    'server/src/community/media/PlaceFinder.ts',
  ],
  ['server/src/community/deps.ts'],
  ['server/src/community/accounts'],
  ['server/src/community/uploads'],
  ['server/src/community/bylines'],
  ['server/src/community/glossary'],
  ['server/src/community/notifications', 'server/src/community/texts'],
  ['server/src/community/media'],
  ['server/src/community/discussion'],
  ['server/src/community/live'],
  ['server/src/community/drafts'],
  ['server/src/community/cases', 'server/src/community/lounge'],
  ['server/src/community/consensus'],
  ['server/src/community/response-clock'],
  ['server/src/community/routing'],
  ['server/src/community/feed', 'server/src/community/search'],
  ['server/src/community/corrections'],
  ['server/src/community/learning'],
  ['server/src/community/moderation'],
  ['server/src/community/my-data'],

  ['server/src/halfApp.ts', 'server/src/frontDoor.ts', 'server/src/openapi.ts'],
  ['server/src/features.ts', 'server/src/registrar/features.ts'],
  ['server/src/demo'],
  ['server/src/simulation'],
  ['server/src/startUp.ts'],
  ['server/src/serve.ts'],
  ['server/src/app.ts'],
  ['server/src/commands'],
  ['server/src/main.ts'],

  ['web/src/platform'],
  ['web/src/ui'],
  ['web/src/app'],
  // Every other folder of web/src is a room; rooms of the web may use each other's pieces as long as there is no circle.
  ['web/src/community/*', 'web/src/registrar/*'],
  ['web/src/pages'],
  // The two entries know every page of their half.
  ['web/src/community', 'web/src/registrar', 'web/src/gallery'],
]

/** The rooms that may read who is behind a byline. */
export const roomsWithAccounts = ['accounts', 'bylines', 'notifications', 'routing', 'drafts', 'moderation']

/** The tables that may have a column `account_id`: those of these rooms. */
export const tablesWithAccounts = /^(account|passkey|session|byline|notification|alert|push|ring|draft|ban)(_|$)/

/** The tables whose rows stand for persons, and so lie in no order. */
export const unorderedTables = {
  registrar: /^(person|licence|application|evidence|proof|vouch|ticket|root|deposit|name_attestation|attestation)(_|$)/,
  community: /^(account|spent_root|passkey|session|byline)(_|$)/,
}
