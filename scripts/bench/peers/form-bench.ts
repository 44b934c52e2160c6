import type { ConnectorTypeDetail } from "@/lib/model/connector-type";

/** What each form of the bench offers to `forms.bench.mjs`, as `window.form`. */
export interface FormBench {
  /** Draws the form of a connector type, from its metadata as Fivetran answers it, into the page's one element. */
  mount(type: ConnectorTypeDetail): void;
}

declare global {
  interface Window {
    form: FormBench;
  }
}

export function formElement(): HTMLElement {
  const element = document.getElementById("form");
  if (!element) throw new Error("The page has no place for the form.");
  return element;
}
