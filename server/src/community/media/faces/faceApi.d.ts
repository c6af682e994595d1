/** What is used of the detector: its network, asked directly, because it reads a picture of one size only. */
declare module '@vladmandic/face-api/dist/face-api.node-wasm.js' {
  import type { Tensor1D, Tensor2D, Tensor4D } from '@tensorflow/tfjs-core'
  export const nets: {
    ssdMobilenetv1: {
      loadFromDisk(folder: string): Promise<void>
      forwardInput(input: { toBatchTensor(side: number): Tensor4D }): { boxes: readonly [Tensor2D]; scores: readonly [Tensor1D] }
    }
  }
}
