import { cx } from "@/components/ui/cx";
import { markOf } from "@/lib/model/names";

/** Two letters in a neutral tile, in the place of a logo. Always beside the name itself. */
export function ServiceMark({ service, size = "md" }: { service: string; size?: "md" | "lg" }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        "inline-grid shrink-0 place-items-center border border-line bg-sunken font-medium font-mono text-ink-2 leading-none tracking-[-0.03em]",
        size === "lg" ? "size-10 rounded-3 text-[15px]" : "size-[22px] rounded-[5px] text-[10px]",
      )}
    >
      {markOf(service)}
    </span>
  );
}
