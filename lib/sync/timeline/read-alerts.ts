import "server-only";
import { and, desc, eq, isNull, ne, or } from "drizzle-orm";
import { CONSOLE } from "@/lib/model/alert/alert";
import type { Db } from "@/lib/store/database";
import { alertEvents } from "@/lib/store/tables/alert-events";
import { alerts } from "@/lib/store/tables/alerts";
import { connections } from "@/lib/store/tables/connections";
import { byActor, type ReadTimeline, type TimelineAsk, within } from "@/lib/sync/timeline/timeline-ask";
import { keyOf } from "@/lib/sync/timeline/timeline-place";

/** Of the connection itself, and of its destination, which stand in the place of its connections' own. */
function concerning(db: Db, { upstream_id, connection_id }: TimelineAsk) {
  const group = db
    .select({ group_id: connections.group_id })
    .from(connections)
    .where(and(eq(connections.upstream_id, upstream_id), eq(connections.id, connection_id)));
  return and(
    eq(alerts.upstream_id, upstream_id),
    or(
      eq(alerts.connection_id, connection_id),
      and(isNull(alerts.connection_id), eq(alerts.group_id, group)),
    ),
  );
}

const byPeople = ne(alertEvents.actor, CONSOLE);

/** What happened to the alerts about a connection. */
export const readAlerts: ReadTimeline = async (db, ask) => {
  const { id, at, event, actor, detail, alert_id } = alertEvents;
  const { rule_name, what, severity, words, name, connection_id } = alerts;
  const rows = await db
    .select({ id, at, event, actor, detail, alert_id, rule_name, what, severity, words, name, connection_id })
    .from(alertEvents)
    .innerJoin(alerts, eq(alerts.id, alert_id))
    .where(
      and(
        concerning(db, ask),
        ask.actor === null ? undefined : byPeople,
        byActor(ask, actor),
        within(ask, "alert", at, id),
      ),
    )
    .orderBy(desc(at), desc(id))
    .limit(ask.limit + 1);
  return rows.map(({ id: number, connection_id: own, name: about, ...alert }) => ({
    kind: "alert",
    key: keyOf("alert", alert.at, number),
    at: alert.at,
    alert: { ...alert, destination: own === null ? about : null },
  }));
};

/** Everybody who acknowledged or muted one of them. */
export async function alertActors(db: Db, ask: TimelineAsk): Promise<string[]> {
  const rows = await db
    .selectDistinct({ actor: alertEvents.actor })
    .from(alertEvents)
    .innerJoin(alerts, eq(alerts.id, alertEvents.alert_id))
    .where(and(concerning(db, ask), byPeople));
  return rows.map(({ actor }) => actor);
}
