import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'

/** The bytes a request carries, at most so many; null when there are more, or when they ended too early. */
export const bytesIn = async ({ body }: FastifyRequest, most: number): Promise<Buffer | null> => {
  const chunks: Buffer[] = []
  let length = 0
  try {
    if (body instanceof Readable)
      for await (const chunk of body as AsyncIterable<Buffer>) {
        length += chunk.length
        if (length > most) return null
        chunks.push(chunk)
      }
  } catch {
    return null
  }
  return Buffer.concat(chunks)
}
