import Link from "next/link";
import { cx } from "@/components/ui/cx";

const TAG =
  "inline-block max-w-48 truncate rounded-1 border border-line bg-sunken px-1.5 text-2xs leading-[18px]";

/** Short words that sort a thing, side by side; with `hrefOf` each leads to what has it too. */
export function TagList({
  tags,
  hrefOf,
  className,
}: {
  tags: readonly string[];
  hrefOf?: (tag: string) => string;
  className?: string;
}) {
  return (
    <span className={cx("flex min-w-0 gap-1", className)}>
      {tags.map((tag) =>
        hrefOf ? (
          <Link
            key={tag}
            href={hrefOf(tag)}
            prefetch={false}
            title={tag}
            className={cx(TAG, "min-h-6 leading-[22px] hover:bg-hover hover:text-ink")}
          >
            <bdi>{tag}</bdi>
          </Link>
        ) : (
          <span key={tag} className={cx(TAG, "shrink-0")}>
            <bdi>{tag}</bdi>
          </span>
        ),
      )}
    </span>
  );
}
