"use client";
import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import { useFieldArray, useWatch } from "react-hook-form";
import { type ControlProps, GroupFrame } from "@/components/connector-form/field-frame";
import { focusField } from "@/components/connector-form/field-place";
import { itemWords, labelInside } from "@/components/connector-form/field-words";
import { useSettings } from "@/components/connector-form/use-settings-form";
import { WrongCount } from "@/components/connector-form/wrong-count";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { emptyItem } from "@/lib/model/connector/empty-values";
import type { Field } from "@/lib/model/connector/field";

/** A list of objects: entries are added, taken away and moved by buttons, and fold to a line of their own words. */
export function ObjectsControl(props: ControlProps) {
  const { field, path, grid } = props;
  const { hook } = useSettings();
  const inner = useMemo(() => field.fields.toSorted((a, b) => weightOf(b) - weightOf(a)), [field]);
  const {
    fields: items,
    append,
    remove,
    move,
  } = useFieldArray({ control: hook.control, name: path as never });
  const added = useRef(false);
  const adder = useRef<HTMLButtonElement>(null);
  const last = items.length - 1;
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    focusField(`${path}.${last}.${inner[0]?.name ?? ""}`);
  }, [inner, last, path]);
  return (
    <GroupFrame {...props}>
      <div className="grid gap-2">
        {items.map((item, at) => (
          <div key={item.id} data-path={`${path}.${at}`} className="relative rounded-2 border border-line">
            <details open>
              <summary className="flex min-h-9 cursor-pointer items-center gap-2 rounded-2 py-1 pr-24 pl-3 text-xs">
                <ItemSummary fields={inner} path={path} at={at} />
              </summary>
              <div className="border-line border-t p-3">{grid(inner, `${path}.${at}`)}</div>
            </details>
            <span className="absolute top-1 right-1 flex">
              <IconButton
                label={`Move entry ${at + 1} up`}
                disabled={at === 0}
                onClick={() => move(at, at - 1)}
              >
                <ArrowUp aria-hidden="true" />
              </IconButton>
              <IconButton
                label={`Move entry ${at + 1} down`}
                disabled={at === last}
                onClick={() => move(at, at + 1)}
              >
                <ArrowDown aria-hidden="true" />
              </IconButton>
              <IconButton
                label={`Remove entry ${at + 1}`}
                onClick={() => {
                  remove(at);
                  adder.current?.focus();
                }}
              >
                <X aria-hidden="true" />
              </IconButton>
            </span>
          </div>
        ))}
        <Button
          ref={adder}
          size="sm"
          className="justify-self-start"
          onClick={() => {
            added.current = true;
            append(emptyItem(field) as never, { shouldFocus: false });
          }}
        >
          <Plus aria-hidden="true" />
          Add an entry<span className="sr-only"> to {labelInside(field.label)}</span>
        </Button>
      </div>
    </GroupFrame>
  );
}

/** What has to be there comes first, then what somebody has explained. */
function weightOf({ required, needed, help, example }: Field): number {
  return required || needed ? 2 : help || example !== null ? 1 : 0;
}

function ItemSummary({ fields, path, at }: { fields: readonly Field[]; path: string; at: number }) {
  const { hook } = useSettings();
  const value = useWatch({ control: hook.control, name: `${path}.${at}` as never });
  const words = itemWords(fields, value);
  return (
    <>
      <span className="shrink-0 text-ink-3">{at + 1}</span>
      {words ? (
        <span className="mono min-w-0 truncate">{words}</span>
      ) : (
        <span className="text-ink-3">Nothing filled in yet</span>
      )}
      <WrongCount paths={[`${path}.${at}`]} />
    </>
  );
}
