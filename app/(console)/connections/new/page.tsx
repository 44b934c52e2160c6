import type { Metadata } from "next";
import { Catalogue } from "@/components/wizard/catalogue";

export const metadata: Metadata = { title: "New connection" };

export default function Page() {
  return <Catalogue />;
}
