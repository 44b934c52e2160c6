/** A bar of what is done out of a total; without a total it only says that work is under way. */
export function Progress({ label, done, total }: { label: string; done: number; total: number | null }) {
  const known = total !== null && total > 0;
  return (
    <progress
      aria-label={label}
      max={known ? total : undefined}
      value={known ? Math.min(done, total) : undefined}
      className="block h-1.5 w-full appearance-none overflow-hidden rounded-full border-0 bg-pressed [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-pressed [&::-webkit-progress-value]:bg-accent [&:indeterminate::-webkit-progress-bar]:bg-transparent [&:indeterminate]:animate-shimmer [&:indeterminate]:bg-[linear-gradient(90deg,var(--pressed),var(--accent-line)_50%,var(--pressed))] [&:indeterminate]:bg-size-[200%_100%]"
    />
  );
}
