"use client";
import { useIssue } from "@/components/connector-form/use-settings-form";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

/** One of what the account has installed. */
export function AgentChoice({
  path,
  label,
  value,
  options,
  onChange,
}: {
  path: string;
  label: string;
  value: string | null;
  options: readonly { id: string; words: string }[];
  onChange: (id: string | null) => void;
}) {
  const error = useIssue(path);
  return (
    <div data-path={path}>
      <Field label={label} hint="needed" error={error}>
        {(control) => (
          <Select
            {...control}
            aria-required
            name={path}
            value={value ?? ""}
            onChange={(event) => onChange(event.target.value || null)}
            className="w-full"
          >
            <option value="">Choose</option>
            {value && !options.some(({ id }) => id === value) ? (
              <option value={value}>{value}, not among those that can be read</option>
            ) : null}
            {options.map(({ id, words }) => (
              <option key={id} value={id}>
                {words}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}
