import type { AnyEndpoint, Half } from '#contract/endpoint.ts'
import { type ErrorCode, errors } from '#contract/errors.ts'
import { problem } from '#contract/problem.ts'

export interface Promised {
  readonly room: string
  readonly name: string
  readonly endpoint: AnyEndpoint
}

const plain = (schema: unknown): unknown => JSON.parse(JSON.stringify(schema))

interface ObjectSchema {
  readonly properties?: Record<string, unknown>
  readonly required?: readonly string[]
}

const parameters = (schema: ObjectSchema | undefined, place: 'path' | 'query') =>
  Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (schema?.required ?? []).includes(name),
    schema: plain(property),
  }))

const shared: readonly ErrorCode[] = ['request.invalid', 'request.too-many', 'server.failed']

const refusalsOf = (endpoint: AnyEndpoint): readonly ErrorCode[] => [
  ...shared,
  ...(endpoint.who === 'anyone' ? [] : (['session.needed', 'session.forbidden'] as const)),
  ...(endpoint.who === 'member' || endpoint.who === 'moderator' ? (['session.lapsed'] as const) : []),
  ...(endpoint.method === 'GET' ? [] : (['server.read-only'] as const)),
  ...(endpoint.method === 'POST' && endpoint.who !== 'anyone' ? (['request.key-missing'] as const) : []),
  ...endpoint.errors,
]

const problemsOf = (endpoint: AnyEndpoint) => {
  const byStatus = new Map<number, ErrorCode[]>()
  for (const code of new Set(refusalsOf(endpoint))) byStatus.set(errors[code], [...(byStatus.get(errors[code]) ?? []), code])
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      { description: codes.join(', '), content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    ]),
  )
}

const successOf = (endpoint: AnyEndpoint) =>
  endpoint.reply
    ? { description: 'Done.', content: { 'application/json': { schema: plain(endpoint.reply) } } }
    : endpoint.produces
      ? { description: 'The file.', content: { [endpoint.produces]: { schema: { type: 'string', format: 'binary' } } } }
      : { description: 'Done; nothing to say.' }

const bodyOf = (endpoint: AnyEndpoint) => {
  if (endpoint.upload)
    return {
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
          },
        },
      },
    }
  if (endpoint.bytes)
    return {
      requestBody: {
        required: true,
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary', maxLength: endpoint.bytes } } },
      },
    }
  return endpoint.body ? { requestBody: { required: true, content: { 'application/json': { schema: plain(endpoint.body) } } } } : {}
}

const keyHeader = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'A uuid v4 made when the form is opened; a repeat with the same key and body returns the first reply.',
  schema: { type: 'string', format: 'uuid' },
}

const operationOf = ({ room, name, endpoint }: Promised, half: Half | null) => ({
  operationId: half && half !== 'community' ? `${half}.${name}` : name,
  summary: endpoint.summary,
  tags: [half ? `${half}: ${room}` : room],
  parameters: [
    ...parameters(endpoint.params, 'path'),
    ...parameters(endpoint.query, 'query'),
    ...(endpoint.method === 'POST' && endpoint.who !== 'anyone' ? [keyHeader] : []),
  ],
  ...bodyOf(endpoint),
  security: endpoint.who === 'anyone' ? [] : [{ [half ?? 'community']: [] }],
  'x-who': endpoint.who,
  responses: { [endpoint.status]: successOf(endpoint), ...problemsOf(endpoint) },
})

/** The OpenAPI 3.1 document of everything the contract promises, each half with its own server address. */
export const openApiDocument = (
  promised: { readonly common: readonly Promised[]; readonly community: readonly Promised[]; readonly registrar: readonly Promised[] },
  { version, origins }: { version: string; origins: Readonly<Record<Half, string>> },
) => {
  const paths: Record<string, Record<string, unknown>> = {}
  const add = (list: readonly Promised[], half: Half | null) => {
    for (const one of list) {
      const path = paths[one.endpoint.path] ?? {}
      path[one.endpoint.method.toLowerCase()] = operationOf(one, half)
      if (half) path['servers'] = [{ url: origins[half] }]
      paths[one.endpoint.path] = path
    }
  }
  add(promised.common, null)
  add(promised.community, 'community')
  add(promised.registrar, 'registrar')
  return {
    openapi: '3.1.0',
    info: {
      title: 'Consilium',
      version,
      description: 'Every promise of both halves; generated from contract/.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: origins.community }, { url: origins.registrar }],
    paths,
    components: {
      schemas: { Problem: plain(problem) },
      securitySchemes: {
        community: { type: 'apiKey', in: 'cookie', name: '__Host-community' },
        registrar: { type: 'apiKey', in: 'cookie', name: '__Host-registrar' },
      },
    },
  }
}
