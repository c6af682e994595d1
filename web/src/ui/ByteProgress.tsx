import './ByteProgress.css'

/** How much of a file has gone out: the words say which, the line how far. */
export const ByteProgress = ({ label, sent, total }: { label: string; sent: number; total: number }) => (
  <label className="byte-progress">
    <span>{label}</span>
    <progress value={sent} max={Math.max(total, 1)} />
  </label>
)
