import { expect, test } from 'vitest'
import { CannotStart } from '#server/platform/CannotStart.ts'
import { aRegistrar } from '#server/testing/aRegistrar.ts'
import { keepDemoApart } from './keep-demo-apart.ts'

test('the demo does not start where a real applicant exists', async () => {
  const { deps, anApplicant } = await aRegistrar()
  await anApplicant('real@example.org')
  await expect(keepDemoApart(deps)).rejects.toThrow(CannotStart)
  await expect(keepDemoApart({ ...deps, demo: false })).resolves.toBeUndefined()
})

test('an empty registrar becomes the demo, and stays it when people of the demo have applied', async () => {
  const { deps, anApplicant } = await aRegistrar()
  await keepDemoApart(deps)
  await anApplicant('invented@example.org')
  await expect(keepDemoApart(deps)).resolves.toBeUndefined()
})
