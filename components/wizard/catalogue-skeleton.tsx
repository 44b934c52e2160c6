import { Loading, Skeleton } from "@/components/ui/skeleton";

const ROWS = ["w-32", "w-44", "w-28", "w-52", "w-36", "w-40", "w-48", "w-32"];

/** The catalogue before its types are there. */
export function CatalogueSkeleton() {
  return (
    <Loading label="Loading connector types">
      <div className="grid gap-3">
        <Skeleton className="h-control w-full" />
        <Skeleton className="h-control-sm w-2/3" />
        <div className="grid rounded-3 border border-line">
          {ROWS.map((width, at) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change
              key={at}
              className="flex h-11 items-center gap-3 border-line border-b px-3 last:border-b-0"
            >
              <Skeleton className="size-[22px]" />
              <Skeleton className={width} />
            </div>
          ))}
        </div>
      </div>
    </Loading>
  );
}
