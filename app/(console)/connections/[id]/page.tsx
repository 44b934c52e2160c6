import { ConnectionPage } from "@/components/connection/connection-page";
import { ConnectionCalendar, ConnectionDurations } from "@/components/connection-charts/connection-charts";
import { RecentHistory } from "@/components/connection-history/recent-history";
import { EarlierAttempts } from "@/components/earlier-attempts/earlier-attempts";

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <ConnectionPage
      id={id}
      notes={<EarlierAttempts of={{ connection: id }} />}
      durations={<ConnectionDurations key={id} id={id} />}
      calendar={<ConnectionCalendar key={id} id={id} />}
      history={<RecentHistory id={id} />}
    />
  );
}
