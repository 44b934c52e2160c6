const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The lengths that a piece of a timeline may have, in milliseconds; each divides the day, so that pieces stay put. */
export const TIMELINE_STEPS: readonly number[] = [
  10 * SECOND,
  30 * SECOND,
  ...[1, 2, 5, 10, 15, 20, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12, 24].map((hours) => hours * HOUR),
];

const LONGEST = 24 * HOUR;

/** The longest range that is answered: what is drawn, and what lies beside it. Milliseconds. */
export const ASK_MOST_MS = 150 * LONGEST;
/** So many pieces are drawn at most, whatever the screen. */
export const ASK_MOST_PIECES = 4_000;

/** The shortest step that parts a span into at most `pieces`. Milliseconds. */
export function timelineStep(span: number, pieces: number): number {
  return TIMELINE_STEPS.find((step) => step * pieces >= span) ?? LONGEST;
}

/** An eighth of a picture is read at a time, so that one that moves along is read anew now and then only. */
const PARTS = 8;

/** What to ask for to draw a range in at most `pieces`: whole pieces, and some beside it. Milliseconds. */
export function timelineAsk(
  { from, until }: { from: number; until: number },
  pieces: number,
): { from: number; until: number; step: number } {
  const step = timelineStep(until - from, pieces);
  return { step, ...wholePieces({ from, until }, step, Math.max(1, Math.floor(pieces / PARTS))) };
}

/** The range that whole pieces cover, `margin` of them together at a time. */
export function wholePieces(
  { from, until }: { from: number; until: number },
  step: number,
  margin = 1,
): { from: number; until: number } {
  const unit = step * margin;
  return { from: Math.floor(from / unit) * unit, until: Math.ceil(until / unit) * unit };
}

/** At most so many marks on a ruler, at whole hours or days of UTC. */
export function rulerStep(span: number, marks: number): number {
  return (
    [5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440, 2_880, 10_080, 20_160]
      .map((minutes) => minutes * MINUTE)
      .find((step) => step * marks >= span) ?? 28 * LONGEST
  );
}
