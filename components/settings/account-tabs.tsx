"use client";
import { usePathname } from "next/navigation";
import { Tabs } from "@/components/ui/tabs";

/** The pages about the account. */
export function AccountTabs() {
  const pathname = usePathname();
  const tab = (href: string, label: string) => ({ href, label, current: pathname === href });
  return (
    <Tabs
      label="Account pages"
      tabs={[
        tab("/account", "Account"),
        tab("/account/objectives", "Objectives"),
        tab("/account/alerts", "Alerts"),
        tab("/account/webhooks", "Webhooks"),
      ]}
    />
  );
}
