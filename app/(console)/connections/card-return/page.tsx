import type { Metadata } from "next";
import { CardReturn } from "@/components/connect-card/card-return";

export const metadata: Metadata = { title: "Connect card" };

export default function Page() {
  return <CardReturn />;
}
