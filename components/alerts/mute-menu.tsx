"use client";
import { Bell, BellOff, CalendarClock } from "lucide-react";
import { useState } from "react";
import type { MuteDialogProps } from "@/components/alerts/mute-dialog";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { Menu, type MenuItem } from "@/components/ui/menu";
import type { Alert } from "@/lib/model/alert/alert";
import { absoluteTime } from "@/lib/model/time";
import { BROWSER, dayStartIn, fieldTimeIn, timeOfField } from "@/lib/model/zone";
import { changeAlert } from "@/lib/queries/alerts";
import { useAlertAct } from "@/lib/queries/use-alert-act";

const HOUR = 3_600_000;

const MuteDialog = lazyPiece<MuteDialogProps>("The dialog", () =>
  import("@/components/alerts/mute-dialog").then((it) => it.MuteDialog),
);

/** 09:00 of the next day on this browser's clock. */
function tomorrow(now: number): number {
  const day = dayStartIn(dayStartIn(now, BROWSER) + 26 * HOUR, BROWSER);
  return timeOfField(`${fieldTimeIn(day, BROWSER).slice(0, 10)}T09:00`, BROWSER) ?? day;
}

/** Silences an alert for a while, or ends that. */
export function MuteMenu({ alert: { id, name }, muted }: { alert: Alert; muted: boolean }) {
  const [asking, setAsking] = useState(false);
  const mute = useAlertAct({
    run: (muted_until: number | null) => changeAlert(id, { muted_until }),
    done: (_, until) =>
      until === null ? `No longer muted: ${name}` : `Muted ${name} until ${absoluteTime(until, Date.now())}`,
    failed: "Not muted",
    after: () => setAsking(false),
    quiet: asking,
  });
  const items: MenuItem[] = [
    { id: "1", label: "For 1 hour", icon: BellOff },
    { id: "4", label: "For 4 hours", icon: BellOff },
    { id: "tomorrow", label: "Until tomorrow 09:00", icon: BellOff },
    { id: "ask", label: "Until a date and time", icon: CalendarClock },
    ...(muted ? [{ id: "end", label: "End the mute", icon: Bell, separated: true }] : []),
  ];
  const act = (what: string) => {
    if (what === "ask") setAsking(true);
    else if (what === "end") mute.mutate(null);
    else mute.mutate(what === "tomorrow" ? tomorrow(Date.now()) : Date.now() + Number(what) * HOUR);
  };
  return (
    <>
      <Menu
        label={`Mute ${name}`}
        items={items}
        onAction={act}
        trigger={{ "aria-busy": mute.isPending || undefined, title: `Mute ${name}` }}
        className="inline-grid size-control-sm place-items-center rounded-2 text-ink-3 hover:bg-hover hover:text-ink"
      >
        <BellOff aria-hidden="true" className="icon" />
      </Menu>
      {asking ? (
        <MuteDialog
          name={name}
          pending={mute.isPending}
          error={mute.error}
          onMute={(until) => mute.mutate(until)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
