import type { SetupTest } from "@/lib/model/setup-test";
import type { CardField } from "@/lib/sandbox/card/card-fields";
import { cardInput } from "@/lib/sandbox/card/card-inputs";
import { CARD_STYLE } from "@/lib/sandbox/card/card-style";
import { Html, type HtmlPart, html } from "@/lib/sandbox/card/html";

/** What every page of a card says of its connection. */
export interface CardHead {
  type: string;
  connection: string;
  destination: string;
}

export interface FormPage {
  fields: readonly CardField[];
  /** What was typed and could not be taken, by path. */
  typed: ReadonlyMap<string, string>;
  issues: ReadonlyMap<string, string>;
  /** Of the last time the form was sent in. */
  tests: readonly SetupTest[] | null;
  consent: boolean;
  /** No setting is missing that the type asks for. */
  settled: boolean;
  guide: string | null;
  back: string;
}

/** Lets a person fill in what is missing, or consent. */
export function formPage(head: CardHead, page: FormPage): string {
  const { fields, issues, tests, consent, guide, back } = page;
  const other = issues.get("");
  return whole(
    `Set up ${head.type}`,
    html`${about(head)}
${guide && html`<p class="soft">How to prepare the source: <a href="${guide}" rel="noreferrer" target="_blank">setup guide of ${head.type}</a>.</p>`}
${tests && failedTests(tests)}
<form method="post">
${
  issues.size > 0 &&
  html`<p class="note bad" role="alert">Nothing was saved. ${other ?? "Correct what is marked below."}</p>`
}
${fields.length > 0 && settings(page)}
${consent ? askConsent(head) : html`<p class="acts"><button class="primary" name="action" value="save">Save and test</button></p>`}
</form>
<p class="soft"><a href="${back}" rel="noreferrer">Go back without finishing</a>. This card can be opened again by its link.</p>`,
  );
}

function settings({ fields, typed, issues, tests, consent, settled }: FormPage): Html {
  const inputs = fields.map((field) =>
    cardInput(field, typed.get(field.path) ?? field.value, issues.get(field.path) ?? ""),
  );
  if (!consent) return html`<fieldset><legend>Settings</legend>${inputs}</fieldset>`;
  const open = !settled || issues.size > 0 || tests !== null;
  return html`<details${open && html` open`}><summary>Settings</summary><fieldset aria-label="Settings">${inputs}</fieldset></details>`;
}

function askConsent({ type }: CardHead): Html {
  return html`<fieldset><legend>${type} asks</legend>
<p>Fivetran wants to read the data of your ${type} account, and to go on doing so until you revoke it there.</p>
<p class="acts"><button class="primary" name="action" value="allow">Allow access</button>
<button name="action" value="decline" formnovalidate>Decline</button></p></fieldset>`;
}

/** What the setup tests found when something failed, and the key or certificate that wants to be compared. */
function failedTests(tests: readonly SetupTest[]): Html {
  const failed = tests.find(({ status }) => status === "FAILED" || status === "JOB_FAILED");
  const unknown = unknownKey(failed?.details);
  return html`<section aria-labelledby="tests">
<h2 id="tests">The settings are saved, but a setup test failed</h2>
<ul>${tests.map(testRow)}</ul>
${
  unknown
    ? html`<p>Compare this with what the source’s administrator says:</p>
<p>${unknown.name && html`${unknown.name}<br>`}<code>${unknown.hash}</code></p>
<form method="post"><p class="acts"><button name="action" value="trust">It is the right one: approve it and test again</button></p></form>`
    : html`<p class="soft">Correct the settings below and send them again.</p>`
}
</section>`;
}

function testRow({ title, status, message }: SetupTest): Html {
  return html`<li><b class="${status}">${STATUS[status] ?? status}</b> ${title}${message && html`<br><span class="soft">${message}</span>`}</li>`;
}

const STATUS: Partial<Record<string, string>> = {
  PASSED: "Passed",
  FAILED: "Failed",
  JOB_FAILED: "Did not run",
  WARNING: "Warning",
  SKIPPED: "Skipped",
};

/** Of a host key that nobody approved, or of the server's own certificate. */
function unknownKey(details: unknown): { hash: string; name: string } | null {
  const found: unknown = Array.isArray(details) ? details[0] : details;
  if (typeof found !== "object" || found === null || !("hash" in found)) return null;
  return { hash: String(found.hash), name: "name" in found ? String(found.name) : "" };
}

/** The card was completed: a way back. */
export function donePage(head: CardHead, tests: readonly SetupTest[] | null, back: string): string {
  return whole(
    `${head.type} is set up`,
    html`${about(head)}
<section aria-labelledby="done"><h2 id="done">Everything is set up</h2>
${tests && html`<ul>${tests.map(testRow)}</ul>`}
<p>This card has been used and cannot be used again.</p>
<p class="acts"><a class="button primary" href="${back}" rel="noreferrer">Done</a></p></section>`,
  );
}

export function declinedPage(head: CardHead, here: string, back: string): string {
  return whole(
    "Access was declined",
    html`${about(head)}
<section><p>Nothing was changed. Without your consent the connection cannot be used.</p>
<p class="acts"><a class="button" href="${here}">Back to the card</a>
<a href="${back}" rel="noreferrer">Go back without finishing</a></p></section>`,
  );
}

/** A card that is of no use: one sentence why, and what to do. */
export function uselessPage(title: string, ...sentences: string[]): string {
  return whole(title, html`<section>${sentences.map((sentence) => html`<p>${sentence}</p>`)}</section>`);
}

function about({ type, connection, destination }: CardHead): Html {
  return html`<dl><dt>Connection</dt><dd>${connection}</dd><dt>Connector type</dt><dd>${type}</dd>
<dt>Destination</dt><dd>${destination}</dd></dl>`;
}

function whole(title: string, body: HtmlPart): string {
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin"><meta name="robots" content="noindex"><title>${title} – connect card of the sandbox</title>
<style>${new Html(CARD_STYLE)}</style></head>
<body><main>
<p class="note">This page belongs to the sandbox. It stands in for Fivetran’s own: nothing here reaches Fivetran or the source.</p>
<h1>${title}</h1>
${body}
</main></body></html>
`.text;
}
