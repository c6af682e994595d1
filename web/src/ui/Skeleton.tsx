import './Skeleton.css'

/** The shape of what is on its way, with a word for it; it does not shimmer. */
export const Skeleton = ({ label, widths = [32, 86, 70, 56] }: { label: string; widths?: readonly number[] }) => (
  <div className="skeleton">
    <p role="status">{label}</p>
    {widths.map((width, index) => (
      <i key={index} style={{ inlineSize: `${width}%` }} aria-hidden="true" />
    ))}
  </div>
)
