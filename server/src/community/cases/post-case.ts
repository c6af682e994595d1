import { createHmac } from 'node:crypto'
import type { CaseForm } from '#contract/community/cases.ts'
import type { Member } from '../../access.ts'
import { Refusal, refuse } from '../../platform/refuse.ts'
import { requestHash } from '../../platform/requestHash.ts'
import { takeByline } from '../bylines/take-byline.ts'
import type { Deps } from '../deps.ts'
import { settingOf } from '../discussion/setting.rules.ts'
import { addThread, setAsker } from '../discussion/threads.ts'
import { keepPostedForm } from '../drafts/posted-form.ts'
import { showImages } from '../media/show-images-in-thread.ts'
import { Passed } from '../texts/Passed.ts'
import { fieldsOf, threadStateOf, whyNoCase } from './cases.rules.ts'
import { findByTag, lockTag } from './cases.sql.ts'
import { type HumanWords, keepCase } from './keep-case.ts'

type Needs = Pick<Deps, 'db' | 'clock' | 'ids' | 'jobs' | 'secrets'>

/** A doctor posts a case; the same key again finds the case it posted the first time. */
export const postCase = async (
  deps: Needs,
  member: Member,
  { form, draftId, key, human }: { form: CaseForm; draftId: string | null; key: string; human?: HumanWords },
): Promise<{ id: string }> => {
  const why = whyNoCase(form)
  if (why) throw new Refusal(why.code, why.params, { fields: why.fields })
  const passed = Passed.guard(fieldsOf(form), form)
  const tag = createHmac('sha256', deps.secrets.bytes('view-key')).update(`post:${member.accountId}:${key}`).digest()
  const hash = requestHash(form)
  return deps.db.transaction().execute(async (trx) => {
    await lockTag(trx, tag)
    const before = await findByTag(trx, tag)
    if (before) {
      if (!before.request_hash?.equals(hash)) refuse('request.repeat-differs')
      return { id: before.id }
    }
    const id = deps.ids.timed(deps.clock.now())
    await addThread(trx, {
      id,
      state: threadStateOf(form.mode === 'share' ? 'case-study' : 'open'),
      audience: form.audience,
      specialties: form.specialties,
    })
    await setAsker(trx, id, await takeByline(deps, trx, member, id, form.byline))
    const setting = settingOf(member.shown, form.audience)
    await keepCase(deps, trx, form, { id, post_tag: tag, request_hash: hash }, { passed, setting, human })
    await showImages(deps, trx, member, {
      threadId: id,
      language: form.language,
      consent: form.consent,
      images: form.images,
      passed,
      setting,
      human,
    })
    await keepPostedForm(deps, trx, member, { draftId, caseId: id, form })
    return { id }
  })
}
