import { useState } from "react";
import { createRoot } from "react-dom/client";
import type { ConnectorTypeDetail } from "@/lib/model/connector-type";

/** What each form of the bench offers to `forms.bench.mjs`, as `window.form`. */
export interface FormBench {
  /** Draws what stands on a page before its form: React, the fonts and the controls are in use then. */
  surround(): void;
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

const PLACES = Array.from({ length: 40 }, (_, at) => `Place ${at + 1}`);

function Surroundings() {
  const [text, setText] = useState("find");
  return (
    <nav>
      <input
        className="font-mono text-xs"
        aria-label="Find"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <select aria-label="Theme">
        <option>Light</option>
      </select>
      <ul>
        {PLACES.map((place) => (
          <li key={place}>
            <a href={`#${place}`}>{place}</a> <code>{place.toLowerCase()}</code>
            <button type="button">Open</button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The same around every form. */
export function surround(): void {
  const place = document.createElement("div");
  formElement().before(place);
  createRoot(place).render(<Surroundings />);
}
