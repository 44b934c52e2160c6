"use client";
import { type ControlProps, FieldFrame } from "@/components/connector-form/field-frame";
import { labelInside } from "@/components/connector-form/field-words";
import { KeptSecret } from "@/components/connector-form/kept-secret";
import { useSettings } from "@/components/connector-form/use-settings-form";
import { SecretInput } from "@/components/ui/secret-input";

/** A secret of one line. */
export function SecretControl(props: ControlProps) {
  const { field, path } = props;
  const { hook } = useSettings();
  return (
    <KeptSecret {...props}>
      {(back) => (
        <FieldFrame {...props} extra={back}>
          {(control) => (
            <SecretInput {...control} {...hook.register(path as never)} label={labelInside(field.label)} />
          )}
        </FieldFrame>
      )}
    </KeptSecret>
  );
}
