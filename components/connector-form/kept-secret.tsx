"use client";
import { KeyRound } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { ControlProps } from "@/components/connector-form/field-frame";
import { fieldWidth } from "@/components/connector-form/field-width";
import { labelInside } from "@/components/connector-form/field-words";
import { useIssue, useSettings } from "@/components/connector-form/use-settings-form";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";

/** A secret that Fivetran holds is left alone until somebody replaces it; its value is never known here. */
export function KeptSecret({
  field,
  path,
  children,
}: ControlProps & { children: (back: ReactNode) => ReactNode }) {
  const settings = useSettings();
  const stands = settings.kept.has(path);
  const wrong = useIssue(path) !== undefined;
  const [replacing, setReplacing] = useState(() => Boolean(settings.valueOf(path)));
  if (!stands) return children(null);
  if (replacing || wrong)
    return children(
      <Button
        size="sm"
        look="quiet"
        className="mt-1 -ml-2.5"
        onClick={() => {
          settings.set(path, "");
          setReplacing(false);
        }}
      >
        Keep the stored one
      </Button>,
    );
  return (
    <div data-path={path} className={cx("grid min-w-0 content-start gap-[5px]", fieldWidth(field))}>
      <span title={path} className="font-medium">
        {field.label}
      </span>
      <span className="flex min-h-control items-center gap-2 rounded-2 border border-line bg-sunken py-px pr-1 pl-2.5 text-ink-2 text-xs">
        <KeyRound aria-hidden="true" className="icon-sm text-ink-3" />
        <span className="min-w-0 flex-1">Stored in Fivetran</span>
        <Button
          size="sm"
          aria-label={`Replace ${labelInside(field.label)}`}
          onClick={() => setReplacing(true)}
        >
          Replace
        </Button>
      </span>
    </div>
  );
}
