import { request } from 'node:http'
import type { Command } from './Command.ts'

export const command: Command = {
  usage: '',
  summary: 'Asks the running instance how it is.',
  help: ['Prints what GET /api/health answers for each half. Status 0: all well; 1: something is down or nothing answers.'],
  run: async ({ config, say }) => {
    const answers = await Promise.all(
      config.services.map(async (half) => {
        const answer = await ask(config.host, config.port, new URL(config.origins[half]).host)
        say(`${half}: ${answer ? answer.body : `nothing answers on ${config.host}:${config.port}`}`)
        return answer?.status === 200 && (JSON.parse(answer.body) as { status: string }).status !== 'down'
      }),
    )
    return answers.every(Boolean) ? 0 : 1
  },
}

/** By address and host name apart: not every resolver knows registrar.localhost. */
const ask = (host: string, port: number, name: string): Promise<{ status: number; body: string } | null> =>
  new Promise((resolve) => {
    const call = request({ host, port, path: '/api/health', headers: { host: name }, timeout: 5_000 }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: body.trim() }))
    })
    call.on('timeout', () => call.destroy())
    call.on('error', () => resolve(null))
    call.end()
  })
