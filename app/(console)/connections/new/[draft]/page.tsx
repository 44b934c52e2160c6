import type { Metadata } from "next";
import { NewConnection } from "@/app/(console)/connections/new/[draft]/new-connection";

export const metadata: Metadata = { title: "New connection" };

export default async function Page({ params }: { params: Promise<{ draft: string }> }) {
  const { draft } = await params;
  return <NewConnection key={draft} draftId={draft} />;
}
