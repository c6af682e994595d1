/** An open ring around a dot: a question, and those who come to it. */
export const Logo = () => (
  <svg width="24" height="24" viewBox="0 0 24 24" fill="none" aria-hidden="true">
    <path d="M18.9 6.2a9 9 0 1 0 0 11.6" stroke="var(--accent)" strokeWidth="2" strokeLinecap="round" />
    <circle cx="12.4" cy="12" r="3" fill="var(--accent)" />
  </svg>
)
