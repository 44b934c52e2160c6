import { LINE_HEIGHT } from "@/components/connections/columns";
import { cx } from "@/components/ui/cx";
import { Loading, Skeleton } from "@/components/ui/skeleton";

const WIDTHS = ["w-3/5", "w-2/5", "w-1/2", "w-2/3", "w-1/3", "w-3/5", "w-2/5", "w-1/2", "w-3/4", "w-2/5"];

/** The list in its final layout while its first rows are on the way. */
export function ListSkeleton() {
  return (
    <Loading label="Loading connections">
      <div className="grid gap-5">
        <Skeleton className="h-9 w-full max-w-xl" />
        <Skeleton className="h-8 w-full" />
        <div className="rounded-3 border border-line">
          <div className="h-[30px] rounded-t-[7px] border-line border-b bg-sunken max-sm:hidden" />
          {WIDTHS.map((width, line) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change places
              key={line}
              className={cx("flex items-center gap-3 border-line px-3.5 [&+&]:border-t", LINE_HEIGHT)}
            >
              <Skeleton className="size-[22px] shrink-0" />
              <span className="min-w-0 flex-1">
                <Skeleton className={width} />
              </span>
              <Skeleton className="w-20" />
              <Skeleton className="w-24 max-sm:hidden" />
              <Skeleton className="w-16 max-sm:hidden" />
            </div>
          ))}
        </div>
      </div>
    </Loading>
  );
}
