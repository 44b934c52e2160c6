"use client";
import { useState } from "react";
import { CopyBox } from "@/components/ui/copy-box";
import { Segmented } from "@/components/ui/segmented";
import { useSetup } from "@/components/wizard/setup-context";
import { curlOf } from "@/lib/model/connector/curl-of";
import { maskedRequest } from "@/lib/model/connector/masked-request";
import { newConnectionOf } from "@/lib/model/connector/new-connection";

type Shape = "json" | "curl";

/** The request as it will be sent, secrets masked, to read or to take along. */
export function RequestView() {
  const { form, values } = useSetup();
  const [shape, setShape] = useState<Shape>("json");
  const body = maskedRequest(form, newConnectionOf(form, values()));
  const text = shape === "json" ? JSON.stringify(body, null, 2) : curlOf(body);
  return (
    <section aria-label="The request" className="grid gap-2.5">
      <h2 className="flex flex-wrap items-center gap-2.5 border-line border-b pb-2 font-semibold">
        The request
        <small className="font-normal text-ink-3 text-xs">
          <span className="mono">POST /v1/connections</span>, secrets masked
        </small>
        <span className="ml-auto font-normal">
          <Segmented<Shape>
            label="Shape of the request"
            measure="sm"
            options={[
              { value: "json", label: "JSON" },
              { value: "curl", label: "curl" },
            ]}
            value={shape}
            onChange={setShape}
          />
        </span>
      </h2>
      <CopyBox wrap text={text} label={shape === "json" ? "Copy the JSON" : "Copy the curl command"} />
    </section>
  );
}
