"use client";
import { Search } from "lucide-react";
import { useId, useRef, useState } from "react";
import { Input } from "@/components/ui/input";
import { useSetup } from "@/components/wizard/setup-context";
import { STEP_TITLES } from "@/components/wizard/step-titles";
import { stepOfPath } from "@/components/wizard/wizard-steps";
import type { Field } from "@/lib/model/connector/field";
import { searchFields } from "@/lib/model/connector/search-fields";
import { shownWhen } from "@/lib/model/connector/shown-when";

const FEW = 6;

/** Finds a setting by its label, its name or its help, in whatever step; says what the API has no setting for. */
export function FieldFinder() {
  const { form, settings, step, go } = useSetup();
  const [text, setText] = useState("");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const asked = text.trim().length >= 2;
  const { fields, answers } = asked ? searchFields(form, text) : { fields: [], answers: [] };
  const open = (field: Field) => {
    go(stepOfPath(form, field.path), field.path);
    setText("");
  };
  const where = (field: Field) => {
    const of = stepOfPath(form, field.path);
    if (of !== step) return STEP_TITLES[of];
    if (settings.shown.isShown(field.path)) return null;
    return shownWhen(form, field.path) ?? "not asked for with the present choices";
  };
  return (
    <search className="grid gap-2">
      <div className="relative">
        <Search
          aria-hidden="true"
          className="icon-sm pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3"
        />
        <Input
          ref={input}
          aria-label="Find a setting"
          aria-describedby={asked ? id : undefined}
          placeholder="Find a setting"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape" && text !== "") {
              event.preventDefault();
              setText("");
            }
            if (event.key !== "Enter") return;
            event.preventDefault();
            const [first] = fields;
            if (first && settings.shown.isShown(first.path)) open(first);
          }}
          className="pl-8"
        />
      </div>
      {asked ? (
        <div id={id} role="status" className="grid gap-1 rounded-2 border border-line bg-canvas p-2 text-xs">
          {answers.map(({ asked: about, answer }) => (
            <p key={about} className="px-1.5 py-1 text-ink-2">
              <b className="font-medium text-ink">{about}</b>: {answer}
            </p>
          ))}
          {fields.slice(0, FEW).map((field) => {
            const place = where(field);
            const hidden = !settings.shown.isShown(field.path) && stepOfPath(form, field.path) === step;
            const words = (
              <>
                <span className="font-medium text-ink">{field.label}</span>{" "}
                <span className="mono text-ink-3">{field.path}</span>
                {place ? <span className="text-ink-3"> ({place})</span> : null}
              </>
            );
            return hidden ? (
              <p key={field.path} className="wrap-anywhere px-1.5 py-1">
                {words}
              </p>
            ) : (
              <button
                key={field.path}
                type="button"
                onClick={() => open(field)}
                className="wrap-anywhere rounded-1 px-1.5 py-1 text-left hover:bg-hover"
              >
                {words}
              </button>
            );
          })}
          {fields.length > FEW ? <p className="px-1.5 py-1 text-ink-3">{fields.length - FEW} more</p> : null}
          {fields.length + answers.length === 0 ? (
            <p className="px-1.5 py-1 text-ink-3">
              {form.name} has no setting of that name in Fivetran’s API.
            </p>
          ) : null}
        </div>
      ) : null}
    </search>
  );
}
