declare module 'dcmjs' {
  export interface Element {
    vr: string
    Value?: readonly unknown[]
  }
  export type DataSet = Record<string, Element>
  interface DicomDict {
    meta: DataSet
    dict: DataSet
    write(options?: { fragmentMultiframe?: boolean; allowInvalidVRLength?: boolean }): ArrayBuffer
  }
  const dcmjs: {
    data: {
      DicomMessage: { readFile(bytes: ArrayBuffer): DicomDict }
      DicomDict: new (meta: DataSet) => DicomDict
    }
    log: { setLevel(level: 'silent'): void; getLoggers(): Record<string, { setLevel(level: 'silent'): void }> }
  }
  export default dcmjs
}

declare module 'dcmjs/dictionary' {
  const dictionary: Record<string, { tag: string; vr: string }>
  export default dictionary
}
