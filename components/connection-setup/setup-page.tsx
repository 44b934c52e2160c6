"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { SetupDesk, type SetupDeskProps } from "@/components/connection-setup/setup-desk";
import { Button } from "@/components/ui/button";
import { FailedRead } from "@/components/ui/failed-read";
import { Note } from "@/components/ui/note";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { connectorForm } from "@/lib/model/connector/connector-form";
import { editForm } from "@/lib/model/connector/edit-form";
import { messageOf } from "@/lib/queries/api-error";
import { connectionDetail } from "@/lib/queries/connection";
import { useStartSetupTests } from "@/lib/queries/connection-acts";
import { connectionSettings } from "@/lib/queries/connection-settings";
import { connectorType } from "@/lib/queries/connector-type";
import { setupEdit } from "@/lib/queries/setup-edit";

/** The settings of a connection that exists: waits for what Fivetran has now, then hands it to the form. */
export function SetupPage({ id, ...rest }: { id: string } & Pick<SetupDeskProps, "focus" | "wizard">) {
  const { data: detail } = useQuery(connectionDetail(id));
  const settings = useQuery(connectionSettings(id));
  const { data: left = null } = useQuery(setupEdit(id));
  const service = settings.data?.service ?? detail?.row.service;
  const type = useQuery({ ...connectorType(service ?? ""), enabled: service !== undefined });
  const form = useMemo(() => (type.data ? editForm(connectorForm(type.data)) : null), [type.data]);
  const [round, setRound] = useState(0);
  const [saved, setSaved] = useState(0);
  const told = useRef<HTMLDivElement>(null);
  const tests = useStartSetupTests();
  useEffect(() => {
    if (saved === 0) return;
    // The form begins anew and the dialog is gone; what they gave the keyboard back to is gone with them.
    const late = setTimeout(() => told.current?.focus(), 100);
    return () => clearTimeout(late);
  }, [saved]);
  const error = (settings.data ? null : settings.error) ?? (type.data ? null : type.error);
  const again = () => {
    if (settings.error) void settings.refetch();
    if (type.error) void type.refetch();
  };
  if (error)
    return (
      <FailedRead
        what="The settings could not be read."
        pending={settings.isFetching || type.isFetching}
        onAgain={again}
      >
        {messageOf(error)}
      </FailedRead>
    );
  if (!detail || !settings.data || !form) return <SetupSkeleton />;
  const running = tests.isPending || detail.setup_test_run?.state === "running";
  return (
    <>
      {saved > 0 && !rest.wizard ? (
        <div ref={told} tabIndex={-1} className="outline-none">
          <Note tone="healthy" role="status">
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
              <span className="min-w-0 flex-1 basis-64">
                <b>Saved.</b> Nothing was tested by it: the setup tests say whether it works.
              </span>
              <Button
                size="sm"
                pending={running}
                onClick={() => tests.mutate({ id, name: detail.row.schema })}
              >
                Run setup tests
              </Button>
            </span>
          </Note>
        </div>
      ) : null}
      <SetupDesk
        key={`${round} ${settings.dataUpdatedAt}`}
        detail={detail}
        form={form}
        now={settings.data}
        left={left}
        onRestart={() => setRound((before) => before + 1)}
        onSaved={() => setSaved((before) => before + 1)}
        {...rest}
      />
    </>
  );
}

function SetupSkeleton() {
  return (
    <Loading label="Reading the settings from Fivetran" className="grid max-w-2xl gap-4">
      <Skeleton className="h-6 w-40" />
      {[0, 1, 2, 3].map((row) => (
        <Skeleton key={row} className="h-control rounded-2" />
      ))}
    </Loading>
  );
}
