import type { Metadata } from "next";
import { ConnectionFrame } from "@/components/connection/connection-frame";
import { SetupPage } from "@/components/connection-setup/setup-page";
import { SetupSide } from "@/components/connection-setup/setup-side";
import { PageHead } from "@/components/ui/page-head";

export const metadata: Metadata = { title: "Setup" };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <ConnectionFrame id={id} current="setup">
      <PageHead title="Setup">
        Only what you change is sent. Secrets stay in Fivetran and are never shown.
      </PageHead>
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_360px]">
        <div className="grid min-w-0 gap-4">
          <SetupPage key={id} id={id} />
        </div>
        <SetupSide key={`side ${id}`} id={id} />
      </div>
    </ConnectionFrame>
  );
}
