/** How many frames are waited for a field to be drawn. */
const FRAMES = 20;

/**
 * Opens what a field lies folded in and puts the keyboard on it.
 * @returns false where it is not on the page yet; it is focused when it comes within a moment
 */
export function focusField(path: string): boolean {
  const place = placeOf(path);
  if (place) {
    focusIn(place);
    return true;
  }
  const fold = foldOf(path);
  if (fold) fold.open = true;
  focusOnceDrawn(path, FRAMES);
  return fold !== null;
}

/** What a fold holds, or a later group, is drawn a moment after the rest. */
function focusOnceDrawn(path: string, frames: number): void {
  requestAnimationFrame(() => {
    const place = placeOf(path);
    const fold = place ? null : foldOf(path);
    if (fold) fold.open = true;
    if (place) focusIn(place);
    else if (frames > 0) focusOnceDrawn(path, frames - 1);
  });
}

/** The element of a field, or of what it is part of. */
function placeOf(path: string): HTMLElement | null {
  const place = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
  const above = path.slice(0, path.lastIndexOf("."));
  return place ?? (above.includes(".") ? placeOf(above) : null);
}

/** The closed rest of a group that a field is part of. */
function foldOf(path: string): HTMLDetailsElement | null {
  return document.querySelector<HTMLDetailsElement>(`details[data-holds~="${CSS.escape(topOf(path))}"]`);
}

function topOf(path: string): string {
  return path.split(".").slice(0, 2).join(".");
}

function focusIn(place: HTMLElement): void {
  for (let fold = place.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  const control = place.querySelector<HTMLElement>(
    "input:not([type=hidden], [type=file], :disabled), select:not(:disabled), textarea, button, summary",
  );
  const target = place.querySelector<HTMLElement>("input:checked") ?? control;
  place.scrollIntoView({ block: "nearest" });
  target?.focus();
}

/** The path of the field that an element is part of. */
export function pathAt(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>("[data-path]")?.dataset.path : undefined;
}
