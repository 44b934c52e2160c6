import type { Metadata } from "next";
import { ObjectivesPage } from "@/components/settings/objectives-page";

export const metadata: Metadata = { title: "Objectives" };

export default function Objectives() {
  return <ObjectivesPage />;
}
