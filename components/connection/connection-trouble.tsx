import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { absoluteTime } from "@/lib/model/time";
import { ApiError } from "@/lib/queries/api-error";

/** In the place of a connection that cannot be shown: gone, not ours to see, or not to be had now. */
export function ConnectionTrouble({
  id,
  error,
  last,
}: {
  id: string;
  error: Error;
  last: ConnectionDetail | undefined;
}) {
  const code = error instanceof ApiError ? error.code : "internal";
  const gone = code === "not_found";
  const title = gone
    ? "This connection is not in the account"
    : code === "forbidden"
      ? "This key may not see the connection"
      : "The connection cannot be shown";
  return (
    <Empty
      art={gone ? "dry" : "waiting"}
      level={1}
      title={title}
      actions={
        <ButtonLink look="primary" href="/connections">
          All connections
        </ButtonLink>
      }
    >
      <p className="wrap-anywhere">
        <span className="mono">{last?.row.schema ?? id}</span>
        {last ? `, last read ${absoluteTime(last.read_at, last.read_at)}` : ""}. {error.message}
      </p>
    </Empty>
  );
}
