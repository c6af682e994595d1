declare module '@cornerstonejs/codec-charls/decodewasmjs' {
  import type { Codec, Decoder } from './decodeFrame.ts'

  const open: Codec<{ JpegLSDecoder: new () => Decoder }>
  export default open
}

declare module '@cornerstonejs/codec-openjpeg/decodewasmjs' {
  import type { Codec, Decoder } from './decodeFrame.ts'

  const open: Codec<{ J2KDecoder: new () => Decoder }>
  export default open
}

interface Encoder {
  getDecodedBuffer(size: object): Uint8Array
  setDecompositions(count: number): void
  setQuality(lossless: boolean, quality: number): void
  encode(): void
  getEncodedBuffer(): Uint8Array
}

declare module '@cornerstonejs/codec-charls/wasmjs' {
  import type { Codec } from './decodeFrame.ts'

  const open: Codec<{ JpegLSEncoder: new () => Encoder }>
  export default open
}

declare module '@cornerstonejs/codec-openjpeg/wasmjs' {
  import type { Codec } from './decodeFrame.ts'

  const open: Codec<{ J2KEncoder: new () => Encoder }>
  export default open
}
