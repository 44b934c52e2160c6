import { Hash, Shield, ShieldCheck } from "lucide-react";
import type { RowFacts } from "@/components/schema-editor/row-facts";
import { cx } from "@/components/ui/cx";
import { figure } from "@/lib/model/names";

type HashFacts = Pick<RowFacts, "name" | "level" | "hash" | "hashLocked" | "hashed" | "hashable">;

const SHAPE =
  "inline-flex h-6 min-w-[26px] items-center justify-center gap-1 rounded-[5px] border align-middle text-2xs";

/** Whether a column is hashed, or how many of a table's or schema's known columns are. */
export function HashButton({
  name,
  level,
  hash,
  hashLocked,
  hashed,
  hashable,
  tabIndex,
  onPress,
}: HashFacts & { tabIndex: 0 | -1; onPress: () => void }) {
  if (hash === "none") return null;
  const some = level < 3;
  const words = some ? `${figure(hashed)} of ${figure(hashable)} known columns hashed` : undefined;
  const content = (
    <>
      {some ? (
        <Shield aria-hidden="true" className="size-[15px]" />
      ) : hash === "on" ? (
        <ShieldCheck aria-hidden="true" className="size-[15px]" />
      ) : (
        <Hash aria-hidden="true" className="size-[15px]" />
      )}
      {some ? figure(hashed) : null}
    </>
  );
  const look = cx(
    SHAPE,
    hash === "off" ? "border-transparent text-line-control" : "border-accent-line text-accent-text",
    some ? "border-dashed px-1" : hash === "on" && "bg-accent-soft",
  );
  if (level === 1)
    return (
      <span title={words} className={look}>
        {content}
        <span className="sr-only"> of {figure(hashable)} known columns hashed</span>
      </span>
    );
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      disabled={hashLocked}
      aria-pressed={hash === "part" ? "mixed" : hash === "on"}
      aria-label={some ? `Hash ${name}, ${words}` : `Hash ${name}`}
      title={titleOf({ hash, hashed, hashable }, some)}
      onClick={onPress}
      className={cx(look, "hover:border-line-strong hover:text-ink disabled:opacity-45")}
    >
      {content}
    </button>
  );
}

function titleOf({ hash, hashed, hashable }: Pick<HashFacts, "hash" | "hashed" | "hashable">, some: boolean) {
  if (!some) return hash === "on" ? "Hashed: press to stop hashing" : "Hash";
  if (hash === "on") return `All ${figure(hashable)} known columns hashed: press to stop hashing them`;
  return `${figure(hashed)} of ${figure(hashable)} known columns hashed: press to hash the others`;
}
