import { cx } from "@/components/ui/cx";

/** The grid hears of the press; React wants to know that somebody does. */
const heard = () => {};

/** A native checkbox that thousands of lines can have; where the keyboard stands Space does the same. */
export function SelectBox({
  label,
  checked,
  mixed = false,
  tabIndex = -1,
}: {
  label: string;
  checked: boolean;
  mixed?: boolean;
  tabIndex?: number;
}) {
  return (
    <span className="relative inline-grid size-[15px] shrink-0 align-middle">
      <input
        type="checkbox"
        data-select=""
        aria-label={label}
        checked={checked}
        ref={(box) => {
          if (box) box.indeterminate = mixed;
        }}
        tabIndex={tabIndex}
        onChange={heard}
        className={cx(
          "absolute inset-0 m-0 cursor-pointer appearance-none rounded-[4px] border border-line-control bg-surface before:absolute before:-inset-1.5 max-sm:before:-inset-3",
          "checked:border-accent checked:bg-accent checked:after:absolute checked:after:top-[1.5px] checked:after:left-[4px] checked:after:h-2 checked:after:w-1 checked:after:rotate-45 checked:after:border-on-accent checked:after:border-r-2 checked:after:border-b-2",
          "indeterminate:border-accent indeterminate:bg-accent indeterminate:after:absolute indeterminate:after:inset-x-[3px] indeterminate:after:top-[5.5px] indeterminate:after:h-0.5 indeterminate:after:bg-on-accent",
        )}
      />
    </span>
  );
}
