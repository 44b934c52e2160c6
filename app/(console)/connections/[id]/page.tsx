import { ConnectionPage } from "@/components/connection/connection-page";
import { RecentHistory } from "@/components/connection-history/recent-history";
import { EarlierAttempts } from "@/components/earlier-attempts/earlier-attempts";

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <ConnectionPage
      id={id}
      notes={<EarlierAttempts of={{ connection: id }} />}
      history={<RecentHistory id={id} />}
    />
  );
}
