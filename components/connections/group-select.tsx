import { Select } from "@/components/ui/select";
import { GROUPINGS, type Grouping } from "@/lib/model/connection-list";

const WORDS: Record<Grouping, string> = {
  none: "No groups",
  destination: "By destination",
  service: "By service",
  health: "By health",
};

export function GroupSelect({
  grouping,
  onChange,
}: {
  grouping: Grouping;
  onChange: (grouping: Grouping) => void;
}) {
  return (
    <Select
      aria-label="Group rows"
      value={grouping}
      onChange={(event) => {
        const chosen = GROUPINGS.find((one) => one === event.target.value);
        if (chosen) onChange(chosen);
      }}
      className="shrink-0"
    >
      {GROUPINGS.map((one) => (
        <option key={one} value={one}>
          {WORDS[one]}
        </option>
      ))}
    </Select>
  );
}
