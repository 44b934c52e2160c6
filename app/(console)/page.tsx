import type { Metadata } from "next";
import { Fleet } from "@/components/fleet/fleet";
import { Overview } from "@/components/overview/overview";
import { FirstLook } from "@/components/settings/first-look";

export const metadata: Metadata = { title: "Overview" };

export default function Page() {
  return <Overview firstRun={<FirstLook />} timeline={<Fleet />} />;
}
