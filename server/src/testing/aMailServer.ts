import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { afterAll } from 'vitest'

/** A letter as it came over the wire. */
export interface Received {
  readonly to: string
  /** In small letters, unfolded. */
  readonly headers: ReadonlyMap<string, string>
  /** Everything after the head, as sent. */
  readonly body: string
}

export interface TestMailServer {
  readonly url: string
  readonly received: readonly Received[]
  /** What it answers to the next receivers' names, one after the other; afterwards it takes everything. */
  readonly answerNext: (...replies: readonly string[]) => void
  /** While true, it hangs up on whoever connects. */
  away: boolean
}

/** A mail server that speaks SMTP (RFC 5321) on a port of this machine and keeps what it is given. */
export const aMailServer = async (): Promise<TestMailServer> => {
  const received: Received[] = []
  const replies: string[] = []
  const state = { away: false }
  const server = createServer((socket) => (state.away ? socket.destroy() : converse(socket, replies, (letter) => received.push(letter))))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterAll(() => void server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port')
  return Object.assign(state, {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    answerNext: (...next: readonly string[]) => void replies.push(...next),
  })
}

const converse = (socket: Socket, replies: string[], keep: (letter: Received) => void): void => {
  socket.on('error', () => {})
  const say = (line: string): void => void socket.write(`${line}\r\n`)
  let waiting = ''
  let to = ''
  let inData = false
  const hear = (line: string): void => {
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'EHLO') say('250-test\r\n250 8BITMIME')
    else if (verb === 'MAIL' || verb === 'RSET' || verb === 'NOOP') say('250 ok')
    else if (verb === 'RCPT') {
      to = /<([^>]*)>/.exec(line)?.[1] ?? ''
      say(replies.shift() ?? '250 ok')
    } else if (verb === 'DATA') {
      inData = true
      say('354 go on')
    } else if (verb === 'QUIT') socket.end('221 bye\r\n')
    else say('502 unknown')
  }
  say('220 test')
  socket.setEncoding('utf8').on('data', (part: string) => {
    waiting += part
    for (;;) {
      const end = inData ? waiting.indexOf('\r\n.\r\n') : waiting.indexOf('\r\n')
      if (end < 0) return
      const found = waiting.slice(0, end)
      waiting = waiting.slice(end + (inData ? 5 : 2))
      if (!inData) hear(found)
      else {
        inData = false
        keep(read(to, found))
        say('250 taken')
      }
    }
  })
}

const read = (to: string, raw: string): Received => {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const),
  )
  return { to, headers, body: rest.join('\r\n\r\n').replace(/^\.\./gm, '.') }
}
