import { memo } from "react";
import { ServiceMark } from "@/components/sync-status/service-mark";
import { cx } from "@/components/ui/cx";
import type { CatalogueItem } from "@/components/wizard/catalogue-items";
import { optionId } from "@/components/wizard/option-id";
import { TypeMarks } from "@/components/wizard/type-marks";
import { categoryName } from "@/lib/model/catalogue/type-words";
import { countOf } from "@/lib/model/names";

/** One connector type of the list. */
export const TypeOption = memo(function TypeOption({
  item,
  active,
  size,
  className,
}: {
  item: Extract<CatalogueItem, { kind: "type" }>;
  active: boolean;
  /** How many types the list has. */
  size: number;
  className: string;
}) {
  const { type, used } = item.entry;
  return (
    <div
      id={optionId(item.key)}
      data-item={item.key}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      aria-posinset={item.place + 1}
      aria-setsize={size}
      className={cx(
        "grid cursor-pointer grid-cols-[22px_minmax(0,1fr)_auto] items-center gap-x-3 border-line border-b px-3 max-sm:content-center sm:grid-cols-[22px_minmax(0,1.5fr)_minmax(0,1fr)_minmax(0,1fr)_104px]",
        active ? "bg-accent-soft" : "hover:bg-hover",
        className,
      )}
    >
      <span className="flex max-sm:row-span-2">
        <ServiceMark service={type.name} />
      </span>
      <span className="flex min-w-0 items-center gap-2 max-sm:col-start-2 max-sm:row-start-1">
        <span className="truncate font-medium" title={type.name}>
          {type.name}
        </span>
        <TypeMarks type={type} />
      </span>
      <span className="mono truncate text-ink-3 max-sm:col-start-2 max-sm:row-start-2 max-sm:text-2xs">
        {type.id}
      </span>
      <span className="truncate text-ink-2 text-xs max-sm:hidden">{categoryName(type.type)}</span>
      <span className="truncate text-right text-ink-3 text-xs max-sm:col-start-3 max-sm:row-start-1 max-sm:text-2xs">
        {used > 0 ? countOf(used, "connection") : ""}
      </span>
    </div>
  );
});
