import { describe, expect, it } from 'vitest'
import { renderLetter } from './mails.rules.ts'

describe('a letter', () => {
  it('speaks the language of whoever it goes to, as text and as HTML', () => {
    const given = { code: '012345', minutes: 15 }
    const english = renderLetter({ to: 'a@b.example', language: 'en', kind: 'code', given })
    const spanish = renderLetter({ to: 'a@b.example', language: 'es', kind: 'code', given })
    expect(english.subject).toBe('012345 is your Consilium code')
    expect(spanish.subject).toBe('012345 es su código de Consilium')
    for (const { text, html } of [english, spanish]) {
      expect(text).toContain('\n\n012345\n\n')
      expect(html).toContain('<strong>012345</strong>')
    }
    expect(spanish.html).toContain('lang="es"')
  })

  it('makes a link of an address and of nothing else', () => {
    const { html } = renderLetter({ to: 'a@b.example', language: 'en', kind: 'approved', given: { link: 'https://x.example/?a=1&b="' } })
    expect(html).toContain('<a href="https://x.example/?a=1&amp;b=&quot;">')
    expect(html.match(/<a /g)).toHaveLength(1)
  })
})
