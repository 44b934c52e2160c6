"use client";
import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";

/** A secret of one line: dotted until it is asked to be shown, and never offered to a password keeper. */
export function SecretInput({
  name,
  label,
  className,
  ...rest
}: Omit<ComponentProps<"input">, "type"> & {
  /** What the secret is, for the name of the button that shows it. */
  label: string;
}) {
  const [shown, setShown] = useState(false);
  const act = `${shown ? "Hide" : "Show"} ${label}`;
  return (
    <span className={cx("relative block min-w-0", className)}>
      <Input
        {...rest}
        name={name}
        mono
        type={shown ? "text" : "password"}
        autoComplete={shown ? "off" : "new-password"}
        autoCapitalize="off"
        data-1p-ignore=""
        data-lpignore="true"
        className="pr-9"
      />
      <IconButton
        label={act}
        size="sm"
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="absolute top-1/2 right-1.5 -translate-y-1/2"
      >
        {shown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
      </IconButton>
    </span>
  );
}
