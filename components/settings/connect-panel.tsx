import type { ReactNode } from "react";
import { CopyBox } from "@/components/ui/copy-box";
import { Panel } from "@/components/ui/panel";
import type { AccountStatus } from "@/lib/model/snapshot";

const START = "export FIVETRAN_API_KEY=your-key\nexport FIVETRAN_API_SECRET=your-secret\nnpm start";

const SYSTEM_KEY = `[
  { "resource_type": "ACCOUNT", "access_level": "READ" },
  { "resource_type": "DESTINATION", "access_level": "READ" },
  { "resource_type": "CONNECTOR", "access_level": "MANAGE" },
  { "resource_type": "WEBHOOK", "access_level": "MANAGE" }
]`;

/** How to look at one's own account: the key, its rights, the two variables, a restart. */
export function ConnectPanel({ status }: { status: AccountStatus }) {
  const pretend = status.upstream.notice !== null;
  return (
    <Panel
      id="connect"
      title={pretend ? "Connect your account" : "Replace the key"}
      sub="by the environment, at start"
      foot="The key and its secret stay in the memory of this server. They are never stored, shown, logged or sent to a browser."
    >
      <ol className="grid gap-6 px-3 py-4 sm:px-4">
        <Step n={1} title="Make a key in Fivetran">
          <p>
            In Fivetran’s dashboard click your user name, then <b>API Key</b>, then <b>Generate API key</b>.
            This scoped key has your own rights. If you already have one, making another switches the old one
            off: give the console a user of its own instead.
          </p>
          <p>
            <a
              className="link"
              href="https://fivetran.com/docs/rest-api/getting-started"
              target="_blank"
              rel="noreferrer"
            >
              Fivetran on API keys
            </a>
          </p>
        </Step>
        <Step n={2} title="Give it enough rights, and no more">
          <p>
            To look: read rights on connections and destinations. To pause, sync, re-sync, test, approve and
            delete: rights to manage the connections. Whatever a key may not see is named above, never shown
            as empty.
          </p>
          <p>A system key does not depend on a user. As its permissions these are enough:</p>
          <CopyBox wrap text={SYSTEM_KEY} label="Copy system key permissions" />
          <p>
            With <span className="mono">CONNECTOR</span> at <span className="mono">READ</span> everything is
            shown and every change is refused by Fivetran; <span className="mono">WEBHOOK</span> is for the
            page Webhooks alone.
          </p>
        </Step>
        <Step n={3} title={pretend ? "Start the console with it" : "Start the console with the new one"}>
          <p>Stop the console, then set both variables where it is started:</p>
          <CopyBox wrap text={START} label="Copy start commands" />
          <p>
            Fivetran’s own spellings <span className="mono">FIVETRAN_APIKEY</span> and{" "}
            <span className="mono">FIVETRAN_APISECRET</span> are read too. Set{" "}
            <span className="mono">FIVETRAN_API_URL</span> only for another address than{" "}
            <span className="mono">https://api.fivetran.com/v1</span>.
          </p>
          {pretend ? (
            <p>
              The sandbox’s data and your account’s are kept apart: without the variables the sandbox comes
              back as you left it.
            </p>
          ) : null}
        </Step>
      </ol>
    </Panel>
  );
}

function Step({ n, title, children }: { n: number; title: string; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[22px_minmax(0,1fr)] gap-x-3">
      <span
        aria-hidden="true"
        className="grid size-[22px] place-items-center rounded-full border border-line-control font-medium text-2xs text-ink-2"
      >
        {n}
      </span>
      <div className="grid max-w-[72ch] gap-2 text-ink-2 [&_b]:font-medium [&_b]:text-ink">
        <h3 className="font-medium text-ink leading-[22px]">{title}</h3>
        {children}
      </div>
    </li>
  );
}
