import type { Metadata } from "next";
import { ConnectionFrame } from "@/components/connection/connection-frame";
import { SchemaPage } from "@/components/schema-editor/schema-page";

export const metadata: Metadata = { title: "Schema" };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <ConnectionFrame id={id} current="schema">
      <SchemaPage key={id} id={id} />
    </ConnectionFrame>
  );
}
