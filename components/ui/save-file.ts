/** Gives the person a CSV text, whole or in pieces, as a file. */
export function saveFile(text: string | Iterable<string>, name: string): void {
  const url = URL.createObjectURL(
    new Blob(typeof text === "string" ? [text] : [...text], { type: "text/csv;charset=utf-8" }),
  );
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
