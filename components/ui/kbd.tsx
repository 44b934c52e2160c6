import type { ReactNode } from "react";

/** A key cap. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-[19px] rounded-1 border border-line bg-sunken px-[5px] py-[3px] text-center font-medium font-sans text-2xs text-ink-3 leading-none">
      {children}
    </kbd>
  );
}
