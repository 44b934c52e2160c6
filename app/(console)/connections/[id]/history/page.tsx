import type { Metadata } from "next";
import { ConnectionFrame } from "@/components/connection/connection-frame";
import { HistoryPage } from "@/components/connection-history/history-page";

export const metadata: Metadata = { title: "History" };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <ConnectionFrame id={id} current="history">
      <div className="grid gap-4">
        <HistoryPage key={id} id={id} />
      </div>
    </ConnectionFrame>
  );
}
