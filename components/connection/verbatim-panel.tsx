import { CopyButton } from "@/components/ui/copy-box";
import { Panel, PanelBody } from "@/components/ui/panel";
import type { Alert } from "@/lib/model/connection";
import type { ConnectionDetail } from "@/lib/model/snapshot";

/** Fivetran's tasks and warnings, word for word and always as text. */
export function VerbatimPanel({ detail }: { detail: ConnectionDetail }) {
  const { tasks, warnings } = detail.connection.status;
  if (!tasks?.length && !warnings?.length) return null;
  return (
    <Panel title="Fivetran, word for word">
      <PanelBody className="grid gap-3">
        <Alerts name="Tasks" alerts={tasks ?? []} />
        <Alerts name="Warnings" alerts={warnings ?? []} />
      </PanelBody>
    </Panel>
  );
}

function Alerts({ name, alerts }: { name: string; alerts: readonly Alert[] }) {
  if (alerts.length === 0) return null;
  return (
    <div className="grid gap-1.5">
      <h3 className="text-ink-3 text-xs">{name}</h3>
      {alerts.map((alert, index) => {
        const text = wordsOf(alert);
        return (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: alerts have no id and two may be the same
            key={index}
            className="flex items-start gap-1 rounded-2 border border-line bg-sunken py-1 pr-1 pl-2.5"
          >
            <pre className="wrap-anywhere min-w-0 flex-1 whitespace-pre-wrap py-1 text-2xs text-ink-2">
              {text}
            </pre>
            <CopyButton text={text} label={`Copy ${alert.code}`} />
          </div>
        );
      })}
    </div>
  );
}

function wordsOf({ code, message, details }: Alert): string {
  const rest =
    details === undefined || details === null
      ? ""
      : typeof details === "string"
        ? details
        : JSON.stringify(details, null, 2);
  return [code, message ?? "", rest].filter((it) => it !== "").join("\n");
}
