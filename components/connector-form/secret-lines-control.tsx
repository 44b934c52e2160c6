"use client";
import { Eye, EyeOff, FileUp } from "lucide-react";
import { useRef, useState } from "react";
import { type ControlProps, FieldFrame } from "@/components/connector-form/field-frame";
import { labelInside } from "@/components/connector-form/field-words";
import { KeptSecret } from "@/components/connector-form/kept-secret";
import { useSettings } from "@/components/connector-form/use-settings-form";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";

/** A key is a few kilobytes. */
const LARGEST = 1_000_000;

/** A secret of several lines, typed, pasted, or read from a file of this computer. */
export function SecretLinesControl(props: ControlProps) {
  const { field, path } = props;
  const settings = useSettings();
  const [shown, setShown] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const name = labelInside(field.label);
  const read = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > LARGEST)
      return setTrouble(`${file.name} is too large to be a key. Nothing was taken from it.`);
    setTrouble(null);
    settings.set(path, await file.text());
    settings.left(path);
  };
  return (
    <KeptSecret {...props}>
      {(back) => (
        <FieldFrame
          {...props}
          extra={
            <div className="mt-1.5 flex flex-wrap items-center gap-2">
              <Button size="sm" onClick={() => picker.current?.click()}>
                <FileUp aria-hidden="true" />
                Choose a file<span className="sr-only"> for {name}</span>
              </Button>
              {field.secret ? (
                <Button size="sm" look="quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>
                  {shown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
                  {shown ? "Hide" : "Show"}
                  <span className="sr-only"> {name}</span>
                </Button>
              ) : null}
              {back}
              <input
                ref={picker}
                type="file"
                hidden
                aria-label={`File for ${name}`}
                onChange={(event) => {
                  void read(event.target.files?.[0]);
                  event.target.value = "";
                }}
              />
              {trouble ? (
                <span role="alert" className="text-broken-text text-xs">
                  {trouble}
                </span>
              ) : null}
            </div>
          }
        >
          {(control) => (
            <Textarea
              {...control}
              {...settings.hook.register(path as never)}
              mono
              dotted={field.secret && !shown}
              rows={5}
            />
          )}
        </FieldFrame>
      )}
    </KeptSecret>
  );
}
