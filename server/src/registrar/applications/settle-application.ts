import type { ApplicationState, DeskApplication } from '#contract/registrar/decisions.ts'
