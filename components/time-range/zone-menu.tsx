"use client";
import { Select } from "@/components/ui/select";
import { BROWSER, UTC, type Zone } from "@/lib/model/zone";

/** On whose clock a screen is read. The server does not know the zones that a browser has: drawn there only. */
export function ZoneMenu({
  zone,
  measure,
  onZone,
}: {
  zone: Zone;
  measure?: "md" | "sm";
  onZone: (zone: Zone) => void;
}) {
  return (
    <Select
      aria-label="Time zone"
      measure={measure}
      // As wide as its longest name otherwise.
      className="w-36"
      value={zone}
      onChange={({ target }) => onZone(target.value)}
    >
      <option value={UTC}>UTC</option>
      <option value={BROWSER}>This browser’s time</option>
      {namedZones(zone).map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </Select>
  );
}

function namedZones(chosen: string): readonly string[] {
  const all = Intl.supportedValuesOf("timeZone");
  return chosen === UTC || chosen === BROWSER || all.includes(chosen) ? all : [chosen, ...all];
}
