import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";

/** Says why something could not be read, where it would stand, and reads it again when asked. */
export function FailedRead({
  what,
  pending,
  onAgain,
  children,
}: {
  /** "The history could not be read." */
  what?: string;
  pending: boolean;
  onAgain: () => void;
  /** Why. */
  children: ReactNode;
}) {
  return (
    <Note tone="broken" role="alert">
      {what ? (
        <>
          <b>{what}</b>{" "}
        </>
      ) : null}
      {children}
      <div className="mt-2">
        <Button size="sm" pending={pending} onClick={onAgain}>
          Try again
        </Button>
      </div>
    </Note>
  );
}
