import './Urgency.css'

const bars = { minutes: 4, hours: 3, days: 2, 'no-hurry': 1 } as const

/** How soon an answer is needed: four bars and the word for it. */
export const Urgency = ({ level, word }: { level: keyof typeof bars; word: string }) => (
  <span className={`urgency urgency-${level}`}>
    <svg width="18" height="12" viewBox="0 0 18 12" aria-hidden="true">
      {[0, 1, 2, 3].map((bar) => (
        <rect key={bar} x={bar * 5} y={9 - bar * 3} width="3" height={3 + bar * 3} rx="1" opacity={bar < bars[level] ? 1 : 0.25} />
      ))}
    </svg>
    {word}
  </span>
)
