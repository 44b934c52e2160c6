"use client";
import { Shell } from "@/components/shell/shell";
import { Button, ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <Shell>
      <Empty
        art="dry"
        level={1}
        title="This page could not be drawn"
        actions={
          <>
            <Button look="primary" onClick={reset}>
              Try again
            </Button>
            <ButtonLink href="/">Overview</ButtonLink>
          </>
        }
      >
        Something in the console failed. Nothing was changed in Fivetran.
        {error.digest ? (
          <>
            {" "}
            The server’s log has it under <span className="mono">{error.digest}</span>.
          </>
        ) : null}
      </Empty>
    </Shell>
  );
}
