"use client";
import { type ControlProps, FieldFrame } from "@/components/connector-form/field-frame";
import { labelInside, standingWords } from "@/components/connector-form/field-words";
import { useValue } from "@/components/connector-form/use-settings-form";
import { Button } from "@/components/ui/button";
import { Switch } from "@/components/ui/switch";

/** On or off; untouched it is not sent, and says what Fivetran takes then. */
export function SwitchControl(props: ControlProps) {
  const { field, path } = props;
  const [value, setValue] = useValue<boolean | null>(path);
  const standing = field.standing === true;
  const words = standingWords(field);
  const untouched = typeof value !== "boolean";
  return (
    <FieldFrame {...props}>
      {({ "aria-required": _, "aria-invalid": __, ...control }) => (
        <span className="flex min-h-control flex-wrap items-center gap-x-2">
          <Switch
            {...control}
            checked={untouched ? standing : value}
            onChange={(event) => setValue(event.target.checked)}
          />
          <span className="text-ink-2">
            {untouched
              ? words
                ? `Fivetran’s default: ${words}`
                : "Not set: Fivetran’s default"
              : value
                ? "On"
                : "Off"}
          </span>
          {untouched ? null : (
            <Button
              size="sm"
              look="quiet"
              aria-label={`Leave ${labelInside(field.label)} to Fivetran`}
              onClick={() => setValue(null)}
            >
              Leave to Fivetran
            </Button>
          )}
        </span>
      )}
    </FieldFrame>
  );
}
