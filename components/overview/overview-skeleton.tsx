import { Loading, Skeleton } from "@/components/ui/skeleton";

/** The overview in its final layout while its first figures are on the way. */
export function OverviewSkeleton() {
  return (
    <Loading label="Loading the overview">
      <div className="grid gap-5">
        <div className="grid grid-cols-3 rounded-3 border border-line sm:grid-cols-7">
          {["a", "b", "c", "d", "e", "f", "g"].map((cell) => (
            <div
              key={cell}
              className="grid gap-3 border-line px-4 py-4 max-sm:first:col-span-3 [&+&]:border-l max-sm:[&+&]:border-t"
            >
              <Skeleton className="w-16" />
              <Skeleton className="h-6 w-12" />
            </div>
          ))}
        </div>
        <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_360px]">
          {["main", "side"].map((panel) => (
            <div key={panel} className="grid gap-7 rounded-3 border border-line px-4 py-5">
              {["w-2/5", "w-4/5", "w-3/5", "w-2/3", "w-1/2"].map((width) => (
                <Skeleton key={width} className={width} />
              ))}
            </div>
          ))}
        </div>
      </div>
    </Loading>
  );
}
