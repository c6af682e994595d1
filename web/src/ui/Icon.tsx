// 20x20, one stroke of 1.6 px, round ends, in the colour of the text beside it. An icon stands with a word, so it is hidden from screen readers.

const shapes = {
  back: 'M12.5 4.5 7 10l5.5 5.5',
  bell: 'M5 13.5V9a5 5 0 0 1 10 0v4.5l1.2 1.5H3.8zM8.2 17.2a2 2 0 0 0 3.6 0',
  book: 'M10 5.5C8.6 4.4 6.3 4 3 4v11c3.3 0 5.6.4 7 1.5 1.4-1.1 3.7-1.5 7-1.5V4c-3.3 0-5.6.4-7 1.5zm0 0v11',
  bookmark: 'M5.5 3.5h9v13L10 13l-4.5 3.5z',
  brightness:
    'M10 6.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4zM10 2v1.6M10 16.4V18M2 10h1.6M16.4 10H18M4.3 4.3l1.2 1.2M14.5 14.5l1.2 1.2M4.3 15.7l1.2-1.2M14.5 5.5l1.2-1.2',
  camera: 'M3 6.5h3l1.3-2h5.4l1.3 2h3v9H3zM10 8.2a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2z',
  check: 'm4 10.5 4 4 8-9',
  chevron: 'M7.5 4.5 13 10l-5.5 5.5',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zm0 3.2V10l2.6 1.8',
  close: 'm5 5 10 10M15 5 5 15',
  contrast: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zm0 0v14M10 6.5h5M10 10h6.5M10 13.5h5',
  copy: 'M7.5 7.5h9v9h-9zM4.5 12.5h-1v-9h9v1',
  down: 'M5 7.5 10 12.5l5-5',
  external: 'M8 4.5H4.5v11h11V12M11.5 4h4.5v4.5M16 4l-6.5 6.5',
  flag: 'M5 17V3.5h10.5L13 7.5l2.5 4H5',
  home: 'M3.5 9.5 10 4l6.5 5.5v7h-4.3v-4.3H7.8v4.3H3.5z',
  image: 'M3.5 4.5h13v11h-13zM3.5 13l3.8-3.8 3.4 3.4 2-2 3.8 3.6M13 7.4h.01',
  kept: 'M5.8 15.5a3.3 3.3 0 0 1-.4-6.5 4.7 4.7 0 0 1 9.1.8 2.9 2.9 0 0 1-.3 5.7zM7.8 11.6l1.7 1.7 3-3.3',
  lock: 'M5 9h10v7.5H5zM7 9V6.8a3 3 0 0 1 6 0V9',
  me: 'M10 3.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM4.2 16.5a5.8 5.8 0 0 1 11.6 0',
  minus: 'M4 10h12',
  moon: 'M16.2 12.2A6.7 6.7 0 0 1 7.8 3.8a6.7 6.7 0 1 0 8.4 8.4z',
  more: 'M3.9 10a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0m5.5 0a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0m5.5 0a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0',
  offline: 'M5.8 15.5a3.3 3.3 0 0 1-.4-6.5c.2-.9.7-1.7 1.3-2.3M9.2 5.2a4.7 4.7 0 0 1 5.3 4.6 2.9 2.9 0 0 1 1.7 4.6M3.5 3.5l13 13',
  pencil: 'm4 16 .8-3.4L13.2 4.2a1.4 1.4 0 0 1 2 0l.6.6a1.4 1.4 0 0 1 0 2L7.4 15.2z',
  people: 'M8 5a2.6 2.6 0 1 0 0 5.2A2.6 2.6 0 0 0 8 5zM3 16a5 5 0 0 1 10 0M13 5.3a2.5 2.5 0 0 1 0 4.7M14.6 12a5 5 0 0 1 2.6 4',
  pin: 'M10 17.5s5.2-4.6 5.2-8.8a5.2 5.2 0 0 0-10.4 0c0 4.2 5.2 8.8 5.2 8.8zM10 7a1.8 1.8 0 1 0 0 3.6A1.8 1.8 0 0 0 10 7z',
  plus: 'M10 4v12M4 10h12',
  question: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM8 8.2a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4M10 13.8h.01',
  reply: 'M8 5 3.5 9.5 8 14M3.5 9.5h8a5 5 0 0 1 5 5v.5',
  ring: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zm0 3.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6zM10 10h.01',
  rotate: 'M15.5 7A6.3 6.3 0 1 0 16.3 10M16 3.5V7h-3.5',
  search: 'M9 3.8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 9 3.8zm3.8 9 3.7 3.7',
  shield: 'M10 3 4.5 5v4.6c0 3.4 2.2 5.7 5.5 7.4 3.3-1.7 5.5-4 5.5-7.4V5zM7.5 9.8l1.8 1.8 3.3-3.5',
  talk: 'M3.5 4.5h9v6.8H7.3L5 13.5v-2.2H3.5zM14.5 7.5h2v6.3H15V16l-2.3-2.2H9v-.5',
  translate: 'M2.8 5.2h8M6.8 3.5v1.7M9 5.2c-.7 3-2.6 5.2-5.6 6.6M4.8 7.6c1 1.9 2.6 3.3 4.6 4.2M9.8 16.5l3.6-8 3.6 8M11 13.8h4.8',
  undo: 'M6.5 4.5 3.5 7.5l3 3M3.5 7.5h8a4.5 4.5 0 0 1 0 9H8',
  warning: 'M10 3.8 2.9 16h14.2zM10 8.3v3.4M10 13.8h.01',
} as const

export type IconName = keyof typeof shapes

/** A drawn sign beside a word. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg
    className="icon"
    width="20"
    height="20"
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={shapes[name]} />
  </svg>
)
