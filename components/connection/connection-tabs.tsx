import { Tabs } from "@/components/ui/tabs";

export type ConnectionTab = "status" | "history" | "schema" | "setup";

/** The pages of one connection. */
export function ConnectionTabs({ id, current }: { id: string; current: ConnectionTab }) {
  const base = `/connections/${encodeURIComponent(id)}`;
  return (
    <Tabs
      label="Pages of this connection"
      className="-mt-2"
      tabs={[
        { href: base, label: "Status", current: current === "status" },
        { href: `${base}/history`, label: "History", current: current === "history" },
        { href: `${base}/schema`, label: "Schema", current: current === "schema" },
        { href: `${base}/setup`, label: "Setup", current: current === "setup" },
      ]}
    />
  );
}
