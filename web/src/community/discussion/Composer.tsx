import { useEffect, useRef, useState } from 'preact/hooks'
import type { ShownCase } from '#contract/community/cases.ts'
import { type CommentForm, limits, type ShownComment } from '#contract/community/discussion.ts'
import type { NotIdentifier } from '#contract/community/privacy.ts'
import { isOffline } from '../../platform/call.ts'
import { useKeptDraft } from '../../platform/keptDraft.ts'
import { keepForLater } from '../../platform/outbox.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Chips } from '../../ui/Chips.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { BylineChoice } from '../bylines/BylineChoice.tsx'
import { isClosed } from '../cases/caseStates.rules.ts'
import { GuardPanel } from '../deidentify/GuardPanel.tsx'
import { useGuard } from '../deidentify/useGuard.ts'
import { useSession } from '../me/accounts.queries.ts'
import { usePostComment, useTakeBackComment } from './discussion.queries.ts'
import { kindOf } from './threads.rules.ts'
import './discussion.css'

/** What is being written in one case, kept on this device until it is sent; the key makes sure that it is sent once. */
interface Draft {
  readonly key: string
  readonly text: string
  readonly answers: boolean | null
  readonly confidence: ShownComment['confidence']
  readonly seen: ShownComment['seen']
  readonly byline: 'anonymous' | 'name' | null
  readonly notIdentifiers?: readonly NotIdentifier[]
}

const newDraft = (): Draft => ({ key: crypto.randomUUID(), text: '', answers: null, confidence: null, seen: null, byline: null })

const undoFor = 10_000

/** The place to answer, to ask back or to comment; what is written here survives a closed tab and a lost network. */
export const Composer = ({
  shown,
  replyTo,
  stopReplying,
}: {
  shown: ShownCase
  replyTo: ShownComment | null
  stopReplying: () => void
}) => {
  const { language, discussion } = useWords()
  const words = discussion.composer
  const me = useSession().data?.me
  const toast = useToast()
  const [draft, setDraft] = useKeptDraft<Draft>(`comment:${shown.id}`, newDraft)
  const [tried, setTried] = useState(false)
  const fieldRef = useRef<HTMLTextAreaElement>(null)
  const post = usePostComment(shown.id)
  const takeBack = useTakeBackComment(shown.id)

  useEffect(() => {
    if (replyTo) fieldRef.current?.focus()
  }, [replyTo])

  const settled = isClosed(shown.state)
  const saying = { answers: draft.answers, isReply: replyTo !== null, byAsker: shown.mine, settled }
  const kind = kindOf(draft.text, saying)
  const already = shown.mine ? shown.byline : (shown.comments.find(({ byline }) => byline.mine)?.byline ?? null)
  const byline = already?.kind === 'name' ? 'name' : (draft.byline ?? already?.kind ?? me?.settings.byline ?? 'anonymous')
  const text = draft.text.trim()
  const problem = text === '' ? words.empty : text.length > limits.comment ? words.tooLong(text.length, limits.comment) : null

  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })

  const notIdentifiers = draft.notIdentifiers ?? []
  const guard = useGuard({
    fields: [{ path: 'text', text: draft.text }],
    language,
    notIdentifiers,
    write: ([field]) => field && change({ text: field.text }),
    judge: (judged) => change({ notIdentifiers: judged }),
  })

  const send = async (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (problem !== null) {
      fieldRef.current?.focus()
      return
    }
    if (!(await guard.mayBeSent())) return
    const form: CommentForm = {
      kind,
      language,
      text,
      parentId: replyTo?.id ?? null,
      confidence: kind === 'answer' ? draft.confidence : null,
      seen: kind === 'answer' ? draft.seen : null,
      byline,
      ...(notIdentifiers.length > 0 && { notIdentifiers: [...notIdentifiers] }),
    }
    const done = () => {
      setDraft(newDraft())
      setTried(false)
      stopReplying()
    }
    try {
      const { id } = await post.mutateAsync({ form, key: draft.key })
      done()
      toast.show(words.sent[kind], { milliseconds: undoFor, action: { label: discussion.undo, run: () => takeBack.mutate(id) } })
    } catch (error) {
      if (!isOffline(error)) return
      await keepForLater({ promise: 'postComment', params: { caseId: shown.id }, body: form, key: draft.key })
      post.reset()
      done()
      toast.show(words.kept)
    }
  }

  const isAnswer = kind === 'answer'
  return (
    <form className="composer" onSubmit={(event) => void send(event)}>
      <h2>{settled || shown.mine ? words.titleComment : words.title}</h2>
      {settled && <p className="composer-hint">{words.closedForAnswers}</p>}
      {replyTo && (
        <p className="composer-reply">
          {words.replyingTo(replyTo.byline.name ?? replyTo.byline.handle)}
          <Button kind="text" onClick={stopReplying}>
            {words.stopReplying}
          </Button>
        </p>
      )}
      <TextArea
        ref={fieldRef}
        id="composer"
        label={words.label}
        labelHidden
        placeholder={replyTo ? words.placeholderReply : settled || shown.mine ? words.placeholderComment : words.placeholder}
        value={draft.text}
        onChange={(value) => change({ text: value })}
        error={tried && problem !== null ? problem : undefined}
      />
      {!shown.mine && !settled && (
        <label className="composer-answers">
          <input type="checkbox" checked={isAnswer} onChange={({ currentTarget }) => change({ answers: currentTarget.checked })} />
          {words.answersTheQuestion}
        </label>
      )}
      {kind === 'question-back' && draft.answers === null && <p className="composer-hint">{words.proposedQuestion}</p>}
      {isAnswer && (
        <div className="composer-row">
          <Chips
            label={words.confidence}
            options={(['likely', 'possible', 'long-shot'] as const).map((value) => ({ value, label: discussion.confidences[value] }))}
            value={draft.confidence}
            onChange={(confidence) => change({ confidence })}
          />
          <Select
            label={words.seen}
            value={draft.seen ?? ''}
            onChange={(value) => change({ seen: value === '' ? null : (value as Draft['seen']) })}
            options={[
              { value: '', label: words.seenOptions.none },
              ...(['never', 'once', 'few', 'many'] as const).map((value) => ({ value, label: words.seenOptions[value] })),
            ]}
          />
        </div>
      )}
      <GuardPanel guard={guard} />
      <ProblemNote error={post.error} />
      <div className="composer-row">
        {me && <BylineChoice me={me} already={already} value={byline} choose={(value) => change({ byline: value })} />}
        <Button kind="filled" type="submit" busy={post.isPending}>
          {post.isPending ? words.sending : words.send[kind]}
        </Button>
      </div>
    </form>
  )
}
