import { Check, TriangleAlert } from "lucide-react";
import type { MouseEvent } from "react";
import { cx } from "@/components/ui/cx";

export interface RailStep {
  id: string;
  title: string;
  /** What was chosen there, or what is missing. */
  summary?: string | undefined;
  state: "done" | "open" | "error";
  current: boolean;
  /** The step's address; undefined while it cannot be gone to. */
  href?: string | undefined;
}

/** Where one stands in work of several steps. Flat below 720 px, where only the present one says its name. */
export function StepRail({
  label,
  steps,
  onGo,
}: {
  label: string;
  steps: readonly RailStep[];
  onGo: (id: string) => void;
}) {
  return (
    <nav aria-label={label} className="min-w-0">
      <ol className="max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-2 max-sm:gap-y-1 sm:grid">
        {steps.map((step, at) => (
          <li
            key={step.id}
            className={cx(
              "group relative min-w-0 max-sm:shrink-0 sm:pb-4",
              "sm:not-last:before:absolute sm:not-last:before:top-6 sm:not-last:before:bottom-0.5 sm:not-last:before:left-[10.5px] sm:not-last:before:w-px",
              step.state === "done" ? "before:bg-accent" : "before:bg-line-strong",
            )}
          >
            <Step step={step} number={at + 1} onGo={onGo} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Step({ step, number, onGo }: { step: RailStep; number: number; onGo: (id: string) => void }) {
  const look =
    "grid grid-cols-[22px_minmax(0,1fr)] items-start gap-x-2.5 rounded-2 text-left max-sm:flex max-sm:items-center max-sm:gap-1.5";
  const inside = (
    <>
      <Dot step={step} number={number} />
      <span
        className={cx(
          "wrap-anywhere leading-[22px]",
          step.current ? "font-semibold text-ink" : "font-medium text-ink-2 max-sm:sr-only",
        )}
      >
        {step.title}
        {step.current ? null : (
          <span className="sr-only">
            {step.state === "done" ? ", done" : step.state === "error" ? ", to fix" : ""}
          </span>
        )}
      </span>
      {step.summary ? (
        <small
          className={cx(
            "wrap-anywhere col-start-2 text-2xs leading-[15px] max-sm:hidden",
            step.state === "error" ? "text-broken-text" : "text-ink-3",
          )}
        >
          {step.summary}
        </small>
      ) : null}
    </>
  );
  if (step.href === undefined)
    return (
      <span aria-current={step.current ? "step" : undefined} className={look}>
        {inside}
      </span>
    );
  const go = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onGo(step.id);
  };
  return (
    <a
      href={step.href}
      onClick={go}
      aria-current={step.current ? "step" : undefined}
      className={cx(look, "hover:[&>span]:text-ink")}
    >
      {inside}
    </a>
  );
}

function Dot({ step, number }: { step: RailStep; number: number }) {
  const done = step.state === "done" && !step.current;
  const error = step.state === "error" && !step.current;
  return (
    <span
      aria-hidden="true"
      className={cx(
        "grid size-[22px] shrink-0 place-items-center rounded-full border font-medium text-2xs",
        step.current
          ? "border-accent bg-accent text-on-accent!"
          : done
            ? "border-accent bg-accent-soft text-accent-text!"
            : error
              ? "border-broken-fill bg-broken-soft text-broken-text!"
              : "border-line-control bg-surface text-ink-3",
        // Not come to yet: on a phone a dot without its number.
        !step.current &&
          !done &&
          !error &&
          step.href === undefined &&
          "max-sm:size-2 max-sm:overflow-hidden max-sm:text-transparent!",
      )}
    >
      {done ? (
        <Check className="size-3 stroke-[2.5]" />
      ) : error ? (
        <TriangleAlert className="size-3 stroke-[2.25]" />
      ) : (
        number
      )}
    </span>
  );
}
