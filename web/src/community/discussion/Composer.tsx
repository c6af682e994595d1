import { useEffect, useRef, useState } from 'preact/hooks'
import type { ShownCase } from '#contract/community/cases.ts'
import { type CommentForm, limits, type ShownComment } from '#contract/community/discussion.ts'
import { isOffline } from '../../platform/call.ts'
import { keepForLater } from '../../platform/outbox.ts'
import { useWords } from '../../platform/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Chips } from '../../ui/Chips.tsx'
import { Icon } from '../../ui/Icon.tsx'
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
import { PinChips } from './PinChips.tsx'
import { usePinned, useWritten } from './PinnedCase.tsx'
import { namesNone } from './pins.rules.ts'
import { kindOf } from './threads.rules.ts'
import './discussion.css'

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
  const { language, discussion, media } = useWords()
  const words = discussion.composer
  const me = useSession().data?.me
  const toast = useToast()
  const { draft, change, renew, pins } = useWritten()
  const pinned = usePinned()
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
      ...(pins.all.length > 0 && { pins: [...pins.all] }),
      ...(notIdentifiers.length > 0 && { notIdentifiers: [...notIdentifiers] }),
    }
    const done = () => {
      renew()
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
      <PinChips
        label={media.pins.ofMine}
        images={shown.images}
        pins={pins.all.map(({ number, ...place }) => ({ number, place }))}
        takeAway={pins.takeAway}
      />
      {pinned && namesNone(draft, pinned.known) && (
        <p className="composer-missing" role="status">
          <Icon name="warning" />
          {media.pins.missing}
        </p>
      )}
      {pinned && shown.images.length > 0 && !pins.full && (
        <div className="comment-actions">
          <Button kind="text" onClick={({ currentTarget }) => pinned.point(currentTarget as HTMLElement)}>
            <Icon name="pin" />
            {media.pins.point}
          </Button>
        </div>
      )}
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
            onChange={(value) => change({ seen: value === '' ? null : (value as ShownComment['seen']) })}
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
