"use client";
import { Search, X } from "lucide-react";
import { type KeyboardEvent, type RefObject, useState } from "react";
import { Kbd } from "@/components/ui/kbd";
import type { ConnectionIndex } from "@/lib/model/connection-index";
import {
  type ConnectionQuery,
  formatQuery,
  parseQuery,
  QUERY_KEYS,
  type QueryKey,
  splitDraft,
  withValues,
} from "@/lib/model/connection-query";
import { facetLabel } from "@/lib/model/facet-values";
import { listOf } from "@/lib/model/names";

/** Words and tokens that narrow the list. A token becomes a chip at the space after it, Backspace takes the last one. */
export function FilterBar({
  index,
  query,
  input,
  onQuery,
  onType,
  onLeave,
}: {
  index: ConnectionIndex;
  query: ConnectionQuery;
  input: RefObject<HTMLInputElement | null>;
  onQuery: (query: ConnectionQuery) => void;
  /** A step of typing, which the back button does not repeat. */
  onType: (query: ConnectionQuery) => void;
  /** Down to the list. */
  onLeave: () => void;
}) {
  const [draft, setDraft] = useState({ typed: query.text, text: query.text });
  const typed = draft.text === query.text ? draft.typed : query.text;

  const read = (value: string, ended: boolean) => {
    const { finished, unfinished } = ended ? { finished: value, unfinished: "" } : splitDraft(value);
    const { tokens, text } = parseQuery(finished);
    const added = QUERY_KEYS.filter((key) => tokens[key].length > 0);
    const next = added.reduce(
      (now, key) => withValues(now, key, [...new Set([...now.tokens[key], ...tokens[key]])]),
      { ...query, text },
    );
    const kept = added.length > 0 ? [text, unfinished].filter(Boolean).join(" ") : value;
    setDraft({ typed: ended ? text : kept, text });
    if (formatQuery(next) !== formatQuery(query)) (added.length > 0 ? onQuery : onType)(next);
  };

  const key = (event: KeyboardEvent<HTMLInputElement>) => {
    const last = QUERY_KEYS.findLast((name) => query.tokens[name].length > 0);
    if (event.key === "Enter") read(typed, true);
    else if (event.key === "ArrowDown") {
      event.preventDefault();
      read(typed, true);
      onLeave();
    } else if (event.key === "Escape" && typed !== "") {
      event.preventDefault();
      read("", true);
    } else if (event.key === "Backspace" && last && typed === "") onQuery(withValues(query, last, []));
  };

  return (
    <search className="flex min-h-control min-w-0 flex-[1_1_340px] flex-wrap items-center gap-1.5 rounded-2 border border-line-control bg-surface px-2 py-[3px] focus-within:outline-2 focus-within:outline-focus focus-within:-outline-offset-1 max-sm:basis-full">
      <Search aria-hidden="true" className="icon-sm mx-0.5 text-ink-3" />
      {QUERY_KEYS.filter((name) => query.tokens[name].length > 0).map((name) => (
        <Token
          key={name}
          name={name}
          values={query.tokens[name].map((value) => facetLabel(index, name, value))}
          onRemove={() => {
            onQuery(withValues(query, name, []));
            input.current?.focus();
          }}
        />
      ))}
      <input
        ref={input}
        type="search"
        aria-label="Filter connections"
        aria-keyshortcuts="/"
        title="Words, or health: service: destination: schedule: tag: is: with a value"
        placeholder="Name, schema, id, service: or destination:"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        value={typed}
        onChange={(event) => read(event.target.value, false)}
        onBlur={() => read(typed, true)}
        onKeyDown={key}
        className="h-[22px] min-w-32 flex-1 bg-transparent outline-none max-sm:text-md [&::-webkit-search-cancel-button]:hidden"
      />
      {typed === "" ? (
        <span aria-hidden="true" className="max-sm:hidden">
          <Kbd>/</Kbd>
        </span>
      ) : (
        <button
          type="button"
          aria-label="Clear the text"
          onClick={() => {
            read("", true);
            input.current?.focus();
          }}
          className="grid size-6 place-items-center rounded-1 text-ink-3 hover:text-ink"
        >
          <X aria-hidden="true" className="size-3" />
        </button>
      )}
    </search>
  );
}

/** One key of the filter with its values, and a way to drop it. */
export function Token({
  name,
  values,
  onRemove,
}: {
  name: QueryKey;
  values: readonly string[];
  onRemove: () => void;
}) {
  const words = values.join(", ");
  return (
    <span className="inline-flex h-6 max-w-full items-center rounded-1 bg-accent-soft align-middle text-ink text-xs">
      <span className="pr-0.5 pl-[7px] text-accent-text">{name}:</span>
      <bdi title={listOf(values)} className="max-w-56 truncate font-medium">
        {words}
      </bdi>
      <button
        type="button"
        aria-label={`Remove ${name}: ${words}`}
        onClick={onRemove}
        className="grid size-6 shrink-0 place-items-center rounded-1 text-accent-text hover:bg-accent-line/40"
      >
        <X aria-hidden="true" className="size-3" />
      </button>
    </span>
  );
}
