"use client";
import { CircleAlert, Search, X } from "lucide-react";
import { type Ref, useId } from "react";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";
import { figure } from "@/lib/model/names";

/** Names, paths, globs and regular expressions, matched as they are typed. */
export function SearchBox({
  ref,
  text,
  matches,
  error,
  onExpect,
  onType,
  onLeave,
}: {
  ref: Ref<HTMLInputElement>;
  text: string;
  /** Null while nothing is asked for. */
  matches: number | null;
  /** Why the text is not a question: a regular expression that is not one. */
  error: string | null;
  /** Something will be typed soon. */
  onExpect: () => void;
  onType: (text: string) => void;
  /** Down goes into the rows. */
  onLeave: () => void;
}) {
  const id = useId();
  const words = matches === null ? "" : matches === 1 ? "1 match" : `${figure(matches)} matches`;
  return (
    <search className="min-w-0 flex-1 basis-72 max-sm:basis-full">
      <div className="relative">
        <Search
          aria-hidden="true"
          className="icon-sm pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3"
        />
        <input
          ref={ref}
          type="text"
          inputMode="search"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-label="Find schemas, tables and columns"
          aria-describedby={error ? id : undefined}
          aria-invalid={error ? true : undefined}
          placeholder="name, a.b.c, *_tmp or /regex/"
          value={text}
          onFocus={onExpect}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === "ArrowDown") {
              event.preventDefault();
              onLeave();
            }
            if (event.key === "Escape" && text !== "") {
              event.preventDefault();
              onType("");
            }
          }}
          className={cx(
            "h-control w-full rounded-2 border border-line-control bg-surface pl-8 text-ink [unicode-bidi:plaintext] focus-visible:border-transparent focus-visible:-outline-offset-1 aria-invalid:border-broken-fill aria-invalid:shadow-[0_0_0_1px_var(--broken-fill)] max-sm:text-md",
            text === "" ? "pr-9" : "pr-32",
          )}
        />
        <span className="absolute inset-y-0 right-1.5 flex items-center gap-1.5 text-ink-3 text-xs">
          {error ? null : words}
          {text === "" ? (
            <Kbd>/</Kbd>
          ) : (
            <button
              type="button"
              aria-label="Clear the search"
              title="Clear the search"
              onClick={() => onType("")}
              className="grid size-6 place-items-center rounded-1 hover:bg-hover hover:text-ink"
            >
              <X aria-hidden="true" className="icon-sm" />
            </button>
          )}
        </span>
      </div>
      <p role="status" className="sr-only">
        {error ? "" : words}
      </p>
      {error ? (
        <p id={id} className="mt-1.5 flex items-start gap-[5px] text-broken-text text-xs">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-[13px] shrink-0" />
          {error}
        </p>
      ) : null}
    </search>
  );
}
