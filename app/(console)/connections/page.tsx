import type { Metadata } from "next";
import { Connections } from "@/components/connections/connections";
import { FirstLook } from "@/components/settings/first-look";

export const metadata: Metadata = { title: "Connections" };

export default function Page() {
  return <Connections firstRun={<FirstLook />} />;
}
