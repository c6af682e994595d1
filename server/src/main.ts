// Starts Consilium: settings from the environment and the options, everything else from the data folder.
import { openApp } from './app.ts'
import { serve } from './serve.ts'

await serve(openApp)
