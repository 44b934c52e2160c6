/** The hatch of time that nobody observed, to fill shapes of an SVG with. */
export function HatchPattern({ id, size }: { id: string; size: number }) {
  return (
    <pattern id={id} width={size} height={size} patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
      <line x1="0" y1="0" x2={size} y2="0" className="stroke-1 stroke-[var(--unknown-fill)]" />
    </pattern>
  );
}
