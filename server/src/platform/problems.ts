import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '#contract/problem.ts'
import { type Language, wordsFor } from '#contract/shapes.ts'
import { errors as english } from '#phrases/errors.en.ts'
import { errors as spanish } from '#phrases/errors.es.ts'
import type { Refusal } from './refuse.ts'

type Sentence = string | ((params: never) => string)

/** What a refusal says to a person. */
export const sentence = (refusal: Refusal, language: Language): string => {
  const phrases: Record<string, Sentence> = language === 'es' ? spanish : english
  const phrase = phrases[refusal.code]
  return typeof phrase === 'function' ? phrase(refusal.params as never) : (phrase ?? refusal.code)
}

/** The problem document of a refusal: its code, and its sentence in English and in the asker's language. */
export const problemOf = (refusal: Refusal, language: Language, requestId: string): Problem => ({
  type: `about:blank#${refusal.code}`,
  title: sentence(refusal, 'en'),
  detail: sentence(refusal, language),
  status: refusal.status,
  code: refusal.code,
  params: refusal.params,
  ...(refusal.fields ? { fields: [...refusal.fields] } : {}),
  ...(refusal.current === undefined ? {} : { current: refusal.current }),
  requestId,
})

/** Answers with a problem document. */
export const sendProblem = (reply: FastifyReply, request: FastifyRequest, refusal: Refusal): FastifyReply => {
  const caller = request.caller
  const language: Language =
    caller && caller.kind !== 'nobody'
      ? wordsFor[caller.language]
      : /^\s*es\b/i.test(request.headers['accept-language'] ?? '')
        ? 'es'
        : 'en'
  return reply
    .code(refusal.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(Buffer.from(JSON.stringify(problemOf(refusal, language, String(request.id)))))
}
