import { type BaseBlock, fromBER, ObjectIdentifier, OctetString } from 'asn1js'

/** One value of ASN.1, in whatever form it was written. */
export type Node = BaseBlock

/** Reads ASN.1; throws where it is none, or where something follows. */
export const readDer = (bytes: Uint8Array): Node => {
  const { offset, result } = fromBER(bytes)
  if (offset === -1 || offset !== bytes.length) throw new Error('not ASN.1')
  return result
}

export const childrenOf = (node: Node | undefined): readonly Node[] => {
  const value: unknown = (node?.valueBlock as { value?: unknown } | undefined)?.value
  return Array.isArray(value) ? (value as Node[]) : []
}

/** Whether a value stands under a tag of its context, such as `[0]`. */
export const isTagged = (node: Node | undefined, tag: number): boolean => node?.idBlock.tagClass === 3 && node.idBlock.tagNumber === tag

/** A value as it was written, byte for byte. */
export const rawOf = (node: Node): Buffer => Buffer.from(node.valueBeforeDecodeView)

export const oidOf = (node: Node | undefined): string => (node instanceof ObjectIdentifier ? node.getValue() : '')

/** The bytes of an octet string, in one piece or in several. */
export const octetsOf = (node: Node | undefined): Buffer | null => (node instanceof OctetString ? Buffer.from(node.getValue()) : null)

/** The bytes of a bit string, or of a value whose kind its tag does not say. */
export const bytesOf = (node: Node | undefined): Buffer => {
  const { valueHexView } = (node?.valueBlock ?? {}) as { valueHexView?: Uint8Array }
  return Buffer.from(valueHexView ?? [])
}
