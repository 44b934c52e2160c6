"use client";
import { Search, X } from "lucide-react";
import type { KeyboardEvent, Ref } from "react";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";
import { optionId, TYPES_ID } from "@/components/wizard/option-id";
import { countOf } from "@/lib/model/names";

/** The text that finds a connector type; the arrow keys walk through the list below without leaving it. */
export function CatalogueSearch({
  ref,
  text,
  matches,
  active,
  onType,
  onKeyDown,
}: {
  ref: Ref<HTMLInputElement>;
  text: string;
  /** Null while nothing is asked for. */
  matches: number | null;
  active: string | null;
  onType: (text: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  const words = matches === null ? "" : countOf(matches, "match", "matches");
  return (
    <search className="relative min-w-0">
      <Search
        aria-hidden="true"
        className="icon-sm pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3"
      />
      <input
        ref={ref}
        type="text"
        role="combobox"
        inputMode="search"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: the page is this question
        autoFocus
        aria-label="Find a connector type"
        aria-keyshortcuts="/"
        aria-expanded={active !== null}
        aria-controls={active === null ? undefined : TYPES_ID}
        aria-activedescendant={active === null ? undefined : optionId(active)}
        aria-autocomplete="list"
        placeholder="postgres, mssql, ga4, marketing"
        value={text}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && text !== "") {
            event.preventDefault();
            onType("");
          } else onKeyDown(event);
        }}
        className={cx(
          "h-10 w-full rounded-2 border border-line-control bg-surface pl-8 text-md focus-visible:border-transparent focus-visible:-outline-offset-1",
          text === "" ? "pr-9" : "pr-32",
        )}
      />
      <span className="absolute inset-y-0 right-1.5 flex items-center gap-1.5 text-ink-3 text-xs">
        {words}
        {text === "" ? (
          <span aria-hidden="true" className="max-sm:hidden">
            <Kbd>/</Kbd>
          </span>
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
      <p role="status" className="sr-only">
        {words}
      </p>
    </search>
  );
}
