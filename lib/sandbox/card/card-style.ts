import { createHash } from "node:crypto";

/** The one style sheet of a card's page, after the console's own colours. */
export const CARD_STYLE = `
:root { color-scheme: light dark; --canvas: light-dark(#f3f7f8, #090f13); --surface: light-dark(#fff, #10171a);
  --line: light-dark(#dfe5e7, #202a2f); --edge: light-dark(#7b898e, #5f6e76); --ink: light-dark(#132027, #ecf1f3);
  --ink-2: light-dark(#43535b, #b1bdc1); --accent: light-dark(#006684, #57c2e3); --on-accent: light-dark(#fff, #04161e);
  --link: light-dark(#00607d, #70d0ee); --focus: light-dark(#0083c6, #3ec9f5); --good: light-dark(#17674c, #73d4ac);
  --good-soft: light-dark(#e0f7eb, #12281f); --bad: light-dark(#b51f1c, #fe887e); --bad-soft: light-dark(#ffece9, #341818);
  --warn: light-dark(#884f0f, #f3bd5c); --warn-soft: light-dark(#fdf1db, #2f220f); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--canvas); color: var(--ink); font: 14px/1.5 ui-sans-serif, system-ui, "Segoe UI", sans-serif; }
main { width: min(100% - 32px, 560px); margin: 32px auto 64px; display: grid; gap: 16px; }
h1 { margin: 0; font-size: 22px; line-height: 1.3; letter-spacing: -0.012em; }
h2, legend { margin: 0; padding: 0; font-size: 15px; font-weight: 600; }
p, dl, ul { margin: 0; } a { color: var(--link); }
section, form { display: grid; gap: 16px; padding: 20px; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); }
section { gap: 10px; } form form, section form { padding: 0; border: 0; }
fieldset { display: grid; gap: 16px; margin: 0; padding: 0; border: 0; min-width: 0; }
fieldset > legend { margin-bottom: 12px; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; } dt { color: var(--ink-2); } dd { margin: 0; overflow-wrap: anywhere; }
ul { padding: 0; list-style: none; display: grid; gap: 8px; } li { overflow-wrap: anywhere; }
summary { cursor: pointer; font-weight: 600; } details[open] > summary { margin-bottom: 16px; }
label, .label { display: block; font-weight: 550; } .help, .soft { color: var(--ink-2); font-size: 13px; overflow-wrap: anywhere; }
.field { display: grid; gap: 4px; }
input, select, textarea { width: 100%; padding: 7px 10px; border: 1px solid var(--edge); border-radius: 6px; background: var(--surface); color: inherit; font: inherit; }
textarea { min-height: 88px; resize: vertical; font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 13px; }
[aria-invalid="true"] { border-color: var(--bad); }
.error { color: var(--bad); font-size: 13px; }
.note { padding: 10px 12px; border-radius: 6px; background: var(--warn-soft); color: var(--warn); }
.note.good { background: var(--good-soft); color: var(--good); } .note.bad { background: var(--bad-soft); color: var(--bad); }
.acts { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
button, .button { display: inline-block; padding: 7px 14px; border: 1px solid var(--edge); border-radius: 6px; background: var(--surface); color: inherit; font: inherit; font-weight: 550; text-decoration: none; cursor: pointer; }
.primary { border-color: var(--accent); background: var(--accent); color: var(--on-accent); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
code { font: 12px/1.5 ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.PASSED { color: var(--good); } .FAILED, .JOB_FAILED { color: var(--bad); } .WARNING { color: var(--warn); } .SKIPPED { color: var(--ink-2); }
`;

const digest = createHash("sha256").update(CARD_STYLE).digest("base64");

/** Nothing runs, nothing is loaded, and a form goes nowhere else. */
export const CARD_HEADERS: Readonly<Record<string, string>> = {
  "Content-Type": "text/html; charset=utf-8",
  "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${digest}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  "Cache-Control": "no-store",
  // Its address holds the token; the page says the same itself, since a console in front has a policy of its own.
  // With `no-referrer` browsers would hide where its form comes from.
  "Referrer-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};
