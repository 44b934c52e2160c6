"use client";
import { useWrongCount } from "@/components/connector-form/use-settings-form";
import { figure } from "@/lib/model/names";

/** On a fold: how much is to be mended in it. */
export function WrongCount({ paths }: { paths: readonly string[] }) {
  const count = useWrongCount(paths);
  return count === 0 ? null : (
    <span className="shrink-0 font-normal text-broken-text">{figure(count)} to fix</span>
  );
}
