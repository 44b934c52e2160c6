"use client";
import { ChevronRight } from "lucide-react";
import type { FocusEvent, ReactNode } from "react";
import { useDeferredValue, useState, useSyncExternalStore } from "react";
import { FieldGrid } from "@/components/connector-form/field-grid";
import { pathAt } from "@/components/connector-form/field-place";
import { useSettings } from "@/components/connector-form/use-settings-form";
import { WrongCount } from "@/components/connector-form/wrong-count";
import type { Field } from "@/lib/model/connector/field";

/** The fields of one heading: those that matter, then the rest behind "more". Nothing is drawn where none is asked for. */
export function SettingsGroup({
  title,
  note,
  fields,
  more = [],
  later = false,
  children,
}: {
  title: string;
  /** Quiet words beside the title. */
  note?: ReactNode;
  fields: readonly Field[];
  more?: readonly Field[];
  /** Drawn a moment after what comes before it, which takes input meanwhile. */
  later?: boolean;
  /** Before the fields. */
  children?: ReactNode;
}) {
  const settings = useSettings();
  const first = useShownCount(fields);
  const rest = useShownCount(more);
  const due = useDeferredValue(true, !later);
  if (!due || (first + rest === 0 && !children)) return null;
  const check = (event: FocusEvent) => {
    const path = pathAt(event.target);
    if (path !== undefined && path !== pathAt(event.relatedTarget)) settings.left(path);
  };
  return (
    <section aria-label={title} onBlur={check} className="grid grid-cols-[minmax(0,1fr)] gap-3.5">
      <h2 className="flex items-baseline gap-2.5 border-line border-b pb-2 font-semibold">
        {title}
        {note ? <small className="font-normal text-ink-3 text-xs">{note}</small> : null}
      </h2>
      {children}
      {first > 0 ? <FieldGrid fields={fields} /> : null}
      {rest > 0 ? <More title={title} fields={more} count={rest} /> : null}
    </section>
  );
}

/** The rest of a group, drawn once it is opened: by a press, or by the way to a field in it. */
function More({ title, fields, count }: { title: string; fields: readonly Field[]; count: number }) {
  const [drawn, setDrawn] = useState(false);
  const paths = fields.map(({ path }) => path);
  return (
    <details
      data-holds={paths.join(" ")}
      onToggle={(event) => {
        if (event.currentTarget.open) setDrawn(true);
      }}
      className="group"
    >
      <summary className="inline-flex h-control-sm cursor-pointer items-center gap-1.5 rounded-2 px-2.5 font-medium text-ink-2 text-xs hover:bg-hover hover:text-ink">
        <ChevronRight aria-hidden="true" className="icon-sm group-open:rotate-90" />
        {count} more
        <span className="sr-only"> in {title}</span>
        <WrongCount paths={paths} />
      </summary>
      {drawn ? (
        <div className="mt-3">
          <FieldGrid fields={fields} />
        </div>
      ) : null}
    </details>
  );
}

function useShownCount(fields: readonly Field[]): number {
  const { shown } = useSettings();
  const read = () => fields.filter(({ path }) => shown.isShown(path)).length;
  return useSyncExternalStore(shown.subscribe, read, read);
}
