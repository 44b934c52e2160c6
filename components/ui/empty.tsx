import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

const WAVE = "q2.5-3 5 0t5 0";
const GATE = "M34 64V12h52v52M60 12V4M51 4h18";
const SHUT = "M40 44h40v17H40z";
const OPEN = "M40 17h40v17H40z";

function Water({ x, y, waves }: { x: number; y: number; waves: number }) {
  const line = `M${x} ${y}${WAVE.repeat(waves)}`;
  return (
    <>
      <path className="fill-accent-soft stroke-none" d={`${line}V64H${x}z`} />
      <path className="stroke-accent" d={line} />
    </>
  );
}

/** The gate: shut and dry, shut before water, or open with nothing to hold. */
export type EmptyArt = "dry" | "waiting" | "open";

/** What a place says when there is nothing in it: why, and the next step. */
export function Empty({
  art,
  title,
  children,
  actions,
  level = 2,
  className,
}: {
  art: EmptyArt;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  level?: 1 | 2 | 3;
  className?: string;
}) {
  const Heading = `h${level}` as const;
  return (
    <div
      className={cx("grid content-center justify-items-start gap-1.5 px-4 py-5 sm:px-8 sm:py-7", className)}
    >
      <svg
        viewBox="0 0 120 64"
        aria-hidden="true"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="mb-2 -ml-1 h-20 w-[150px] stroke-2 stroke-line-control"
      >
        {art === "waiting" ? <Water x={4} y={30} waves={3} /> : null}
        {art === "open" ? (
          <>
            <Water x={4} y={50} waves={3} />
            <Water x={36} y={50} waves={5} />
            <Water x={86} y={50} waves={3} />
          </>
        ) : null}
        <path d={GATE} />
        <path className="fill-pressed" d={art === "open" ? OPEN : SHUT} />
      </svg>
      <Heading className="font-semibold text-lg">{title}</Heading>
      {children ? <div className="max-w-[46ch] text-ink-2">{children}</div> : null}
      {actions ? <div className="mt-2 flex flex-wrap items-center gap-2">{actions}</div> : null}
    </div>
  );
}
