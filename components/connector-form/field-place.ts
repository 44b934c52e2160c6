/** Opens what a field lies folded in and puts the keyboard on it; false where it is not drawn. */
export function focusField(path: string): boolean {
  const place = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
  if (!place) {
    const above = path.slice(0, path.lastIndexOf("."));
    return above.includes(".") ? focusField(above) : false;
  }
  for (let fold = place.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  const control = place.querySelector<HTMLElement>(
    "input:not([type=hidden], [type=file], :disabled), select:not(:disabled), textarea, button, summary",
  );
  const target = place.querySelector<HTMLElement>("input:checked") ?? control;
  place.scrollIntoView({ block: "nearest" });
  target?.focus();
  return target !== null;
}

/** The path of the field that an element is part of. */
export function pathAt(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>("[data-path]")?.dataset.path : undefined;
}
