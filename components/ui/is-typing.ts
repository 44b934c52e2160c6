/** Whether a key belongs to a text field, or to a dialog over the page. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const field = target.closest(
    "input, textarea, select, [contenteditable], [role=alertdialog], [role=dialog], [role=menu]",
  );
  return field !== null && !field.matches("input[type=checkbox], input[type=radio]");
}
