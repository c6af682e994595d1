import type { CommentKind, ShownComment } from '#contract/community/discussion.ts'

/** Something said, with everything said to it and to that, in the order it was said. */
export interface Thread {
  readonly head: ShownComment
  readonly replies: readonly Reply[]
}

/** `to` names whom a reply addresses where that is not the head of the thread. */
export interface Reply {
  readonly comment: ShownComment
  readonly to: ShownComment | null
}

const bySaid = (a: ShownComment, b: ShownComment) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1)

/** Comments as threads: what helped first, then as they were said; a new one comes last and moves nothing above it. */
export const threadsOf = (comments: readonly ShownComment[]): readonly Thread[] => {
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  /** Only what was said before can have been replied to. */
  const parentOf = (comment: ShownComment) => {
    const parent = comment.parentId === null ? undefined : byId.get(comment.parentId)
    return parent && bySaid(parent, comment) < 0 ? parent : undefined
  }
  const headOf = (comment: ShownComment): ShownComment => {
    const parent = parentOf(comment)
    return parent ? headOf(parent) : comment
  }
  const replies = new Map<string, Reply[]>()
  const heads: ShownComment[] = []
  for (const comment of [...comments].sort(bySaid)) {
    const head = headOf(comment)
    if (head === comment) heads.push(comment)
    else {
      const parent = parentOf(comment) ?? head
      replies.set(head.id, [...(replies.get(head.id) ?? []), { comment, to: parent === head ? null : parent }])
    }
  }
  const threads = heads.map((head) => ({ head, replies: replies.get(head.id) ?? [] }))
  return [...threads.filter(({ head }) => head.helped), ...threads.filter(({ head }) => !head.helped)]
}

/** When a question back was answered: the asker's first reply to it, or the first update after it; null while it is open. */
export const answeredAt = (
  question: ShownComment,
  comments: readonly ShownComment[],
  updates: readonly { readonly at: string }[],
): string | null => {
  const later = [
    ...comments.filter(({ parentId, byAsker, text }) => parentId === question.id && byAsker && text !== null),
    ...updates.filter(({ at }) => Date.parse(at) > Date.parse(question.at)),
  ].map(({ at }) => at)
  return later.sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null
}

/** What others have said that was not there before; nothing where this reader sees the thread for the first time. */
export const newSince = (known: ReadonlySet<string> | null, comments: readonly ShownComment[]): readonly ShownComment[] =>
  known === null ? [] : comments.filter(({ id, byline, text }) => !known.has(id) && !byline.mine && text !== null)

/** What decides what a text is sent as, beside its words. */
export interface Saying {
  /** Whether its author says it answers the question; null while they have said nothing. */
  readonly answers: boolean | null
  readonly isReply: boolean
  readonly byAsker: boolean
  /** The case is closed: it takes no answer. */
  readonly settled: boolean
}

/** An answer unless its author says otherwise; by itself a text that ends as a question is a question back, and a reply is a comment. */
export const kindOf = (text: string, { answers, isReply, byAsker, settled }: Saying): CommentKind => {
  if (byAsker) return 'comment'
  if (answers === true && !settled) return 'answer'
  if (/\?["'»”)\]]*\s*$/u.test(text)) return 'question-back'
  return answers === null && !isReply && !settled ? 'answer' : 'comment'
}
