import { expect, test } from 'vitest'
import { alertOf } from './alert.rules.ts'

const about = '01900000-0000-7000-8000-000000000001'

test('an alert says of what kind the newest is and how much more there is, in the language of its reader, and leads to the case', () => {
  expect(alertOf({ unread: 1, newest: { kind: 'answer', about, times: 2 }, language: 'en' }, 'es-MX')).toEqual({
    title: '2 new answers to your case',
    body: 'Open Consilium to see what it is about.',
    lang: 'en',
    tag: 'news',
    silent: false,
    data: { path: `/cases/${about}` },
  })
  expect(alertOf({ unread: 3, newest: { kind: 'asked', about, times: 1 }, language: 'es' }, 'en-GB')).toMatchObject({
    title: 'Le preguntan por este caso',
    body: '2 avisos más le esperan.',
    lang: 'es',
  })
})

test('signed out or without a network it says nothing but that there may be something, in the language of the browser', () => {
  expect(alertOf(null, 'es-MX')).toMatchObject({ body: 'Puede haber algo nuevo para usted. Abra Consilium para verlo.', lang: 'es' })
  expect(alertOf(null, 'de-DE')).toMatchObject({ title: 'Consilium', lang: 'en', data: { path: '/notifications' } })
})

test('what was read in the meantime is said so without a sound', () => {
  expect(alertOf({ unread: 0, newest: null, language: 'en' }, 'en')).toMatchObject({
    body: 'You have seen everything already.',
    silent: true,
  })
})
