import { Fact, Facts } from "@/components/settings/facts";
import { CopyButton } from "@/components/ui/copy-box";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { figure, listOf } from "@/lib/model/names";
import type { AccountStatus } from "@/lib/model/snapshot";

const KEY_KINDS = {
  scoped: "Scoped key, with the rights of the user who made it",
  system: "System key, with the permissions it was given",
  unknown: "Not told by Fivetran",
} as const;

/** The account, the key and what the key may see; lists it may not read are named. */
export function AccessPanel({ status }: { status: AccountStatus }) {
  const { account, upstream, access } = status;
  return (
    <Panel title="Account and key" sub={upstream.notice ? upstream.name : undefined}>
      <dl className="grid grid-cols-3 border-line border-b [&>*+*]:border-line [&>*+*]:border-l">
        <Count name="Connections" value={access.connections} denied={access.denied} list="connections" />
        <Count name="Destinations" value={access.destinations} denied={access.denied} list="destinations" />
        <Count name="Groups" value={access.groups} denied={access.denied} list="groups" />
      </dl>
      {access.denied.length > 0 ? (
        <div className="px-3 pt-3 sm:px-4">
          <Note tone="delayed">
            <b>The key may not list {listOf(access.denied)}.</b> Fivetran answered 403, so these are missing
            here, not empty there. A user or a system key with read rights on them shows them.
          </Note>
        </div>
      ) : null}
      <Facts>
        <Fact name="Account">
          <span className="wrap-anywhere">{account?.name ?? "Not known yet"}</span>
        </Fact>
        {account ? (
          <Fact name="Account id">
            <span className="mono wrap-anywhere">{account.id}</span>
            <CopyButton text={account.id} label="Copy account id" className="-mr-1.5" />
          </Fact>
        ) : null}
        <Fact name="Fivetran API">
          <span className="mono wrap-anywhere">{upstream.url}</span>
          <CopyButton text={upstream.url} label="Copy API address" className="-mr-1.5" />
        </Fact>
        <Fact name="Key">{account ? KEY_KINDS[account.key_kind] : "Not checked yet"}</Fact>
      </Facts>
    </Panel>
  );
}

function Count({
  name,
  value,
  denied,
  list,
}: {
  name: string;
  value: number;
  denied: readonly string[];
  list: string;
}) {
  return (
    <div className="px-3 py-3 sm:px-4">
      <dt className="text-2xs text-ink-3">{name}</dt>
      <dd className="font-semibold text-lg">
        {denied.includes(list) ? <span className="text-delayed-text">403</span> : figure(value)}
      </dd>
    </div>
  );
}
