import { Loading, Skeleton } from "@/components/ui/skeleton";

/** The wizard before its draft is there. */
export function WizardSkeleton() {
  return (
    <Loading label="Loading the draft">
      <div className="grid gap-8 sm:grid-cols-[180px_minmax(0,1fr)]">
        <div className="grid content-start gap-6 max-sm:hidden">
          {["w-24", "w-20", "w-28", "w-24", "w-20"].map((width, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change
            <Skeleton key={at} className={`h-4 ${width}`} />
          ))}
        </div>
        <div className="grid max-w-[720px] content-start gap-5">
          <Skeleton className="h-7 w-64" />
          {["w-full", "w-full", "w-2/3"].map((width, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change
            <Skeleton key={at} className={`h-14 ${width}`} />
          ))}
        </div>
      </div>
    </Loading>
  );
}
