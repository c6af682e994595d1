import type { FastifyReply } from 'fastify'

/** More than this unread means that nobody reads any more: the line is cut, and whoever is there comes back and asks anew. */
const mostUnread = 64 * 1024

/** One browser that listens: what is told on its line arrives as server-sent events. */
export interface Line {
  send(event: string, data: object): void
  /** Keeps proxies and sockets from taking silence for death. */
  beat(): void
  /** Ends the line; the browser comes back after so many milliseconds. */
  end(backAfter?: number): void
}

/** A reply that goes on: server-sent events, until either side ends them. */
export class EventStream {
  readonly begin: (line: Line) => void
  readonly ended: (line: Line) => void
  constructor(begin: (line: Line) => void, ended: (line: Line) => void) {
    this.begin = begin
    this.ended = ended
  }
}

/** Takes a reply over for a stream and opens its line. */
export const openLine = (reply: FastifyReply, { begin, ended }: EventStream, lines: Set<Line>): void => {
  reply.hijack()
  const { raw } = reply
  const write = (text: string): void => {
    if (raw.destroyed || raw.writableEnded) return
    if (raw.writableLength > mostUnread) raw.destroy()
    else raw.write(text)
  }
  const line: Line = {
    send: (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    beat: () => line.send('beat', {}),
    end: (backAfter) => {
      if (backAfter !== undefined) write(`retry: ${backAfter}\n\n`)
      raw.end()
    },
  }
  raw.on('error', () => raw.destroy())
  raw.on('close', () => {
    lines.delete(line)
    ended(line)
  })
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // A proxy that collects what it passes on would hold every event back.
    'x-accel-buffering': 'no',
    connection: 'keep-alive',
  })
  lines.add(line)
  begin(line)
}
