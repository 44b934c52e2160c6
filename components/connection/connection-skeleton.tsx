import { Loading, Skeleton } from "@/components/ui/skeleton";

/** The page's layout while its data comes. */
export function ConnectionSkeleton() {
  return (
    <Loading label="Loading connection" className="grid gap-5">
      <div className="flex items-center gap-3">
        <Skeleton className="size-10 rounded-3" />
        <div className="grid gap-2">
          <Skeleton className="h-5 w-56" />
          <Skeleton className="h-3 w-72 max-sm:w-48" />
        </div>
      </div>
      <Skeleton className="h-24 rounded-3" />
      <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_360px]">
        <Skeleton className="h-80 rounded-3" />
        <Skeleton className="h-80 rounded-3" />
      </div>
    </Loading>
  );
}
