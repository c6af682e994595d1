import type { Command } from './Command.ts'

/** Every command by its name, loaded when it is called: a new one is one file and one line here. */
export const commands: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  migrate: () => import('./migrate.ts'),
  health: () => import('./health.ts'),
  'import cases': () => import('./importCases.ts'),
  simulate: () => import('./simulate.ts'),
  translate: () => import('./translate.ts'),
  'translate score': () => import('./translateScore.ts'),
  deidentify: () => import('./deidentify.ts'),
  'deidentify score': () => import('./deidentifyScore.ts'),
  'glossary import': () => import('./glossaryImport.ts'),
  'media clean': () => import('./mediaClean.ts'),
  'match-names': () => import('./matchNames.ts'),
  'registers import': () => import('./registersImport.ts'),
  'registers find': () => import('./registersFind.ts'),
  'registers status': () => import('./registersStatus.ts'),
  'staff invite': () => import('./staffInvite.ts'),
  'audit verify': () => import('./auditVerify.ts'),
  'identity audit': () => import('./identityAudit.ts'),
  'members ban': () => import('./membersBan.ts'),
  'members moderator': () => import('./membersModerator.ts'),
}
