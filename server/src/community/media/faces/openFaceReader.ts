import { createRequire, registerHooks } from 'node:module'
import { dirname, join } from 'node:path'
import type { Face } from './faces.rules.ts'

/** The side of the square the detector looks at. */
export const seenSide = 512
/** From which score on a place is offered, and how many at most. */
const leastScore = 0.5
const mostFaces = 100
/** Two boxes that share more than this of both are one face. */
const same = 0.5

/** Reads faces in a square of RGB pixels. */
export type FaceReader = (square: Uint8Array) => Promise<readonly Face[]>

/** Loads the detector and its weights, all from npm packages: nothing is fetched. For a process of its own. */
export const openFaceReader = async (): Promise<FaceReader> => {
  // The detector names the whole of TensorFlow; its core and one backend are all it uses.
  registerHooks({
    resolve: (name, context, next) => next(name === '@tensorflow/tfjs' ? '@tensorflow/tfjs-core' : name, context),
  })
  const tf = await import('@tensorflow/tfjs-core')
  const { setThreadsCount } = await import('@tensorflow/tfjs-backend-wasm')
  const { nets } = await import('@vladmandic/face-api/dist/face-api.node-wasm.js')
  setThreadsCount(1)
  await tf.setBackend('wasm')
  const net = nets.ssdMobilenetv1
  await net.loadFromDisk(join(dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')), 'model'))
  return async (square) => {
    const seen = tf.tensor4d(Float32Array.from(square), [1, seenSide, seenSide, 3])
    const {
      boxes: [boxes],
      scores: [scores],
    } = net.forwardInput({ toBatchTensor: () => seen })
    const chosen = await tf.image.nonMaxSuppressionAsync(boxes, scores, mostFaces, same, leastScore)
    const [places, sure, which] = await Promise.all([boxes.array(), scores.data(), chosen.data()])
    tf.dispose([seen, boxes, scores, chosen])
    return [...which].map((at) => {
      const [top = 0, left = 0, bottom = 0, right = 0] = (places[at] ?? []).map((part) => part * seenSide)
      return { x: left, y: top, width: right - left, height: bottom - top, score: sure[at] ?? 0 }
    })
  }
}
