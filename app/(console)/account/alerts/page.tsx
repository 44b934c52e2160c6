import type { Metadata } from "next";
import { AlertSettingsPage } from "@/components/settings/alert-settings-page";

export const metadata: Metadata = { title: "Alert rules and channels" };

export default function AccountAlerts() {
  return <AlertSettingsPage />;
}
