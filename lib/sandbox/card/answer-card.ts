import { pause } from "@/lib/sandbox/api";
import { cardFields } from "@/lib/sandbox/card/card-fields";
import { type CardHead, declinedPage, donePage, formPage, uselessPage } from "@/lib/sandbox/card/card-pages";
import { CARD_HEADERS } from "@/lib/sandbox/card/card-style";
import { findCard } from "@/lib/sandbox/card/find-card";
import { type CardForm, readCardForm } from "@/lib/sandbox/card/read-card-form";
import { formOf } from "@/lib/sandbox/catalogue/form-of";
import { connectorTypeSummary } from "@/lib/sandbox/catalogue/metadata";
import { applySettings } from "@/lib/sandbox/connection-settings";
import type { Core } from "@/lib/sandbox/core";
import { Refusal } from "@/lib/sandbox/reply";
import { testConnection } from "@/lib/sandbox/setup-test-run";
import { asksConsent } from "@/lib/sandbox/source/access-steps";
import type { Settings, StoredConnection } from "@/lib/sandbox/state";

const LONGEST_FORM = 1_048_576;

/** Answers the page of a connect card: who holds its token may fill in the connection's settings, or consent. */
export async function answerCard(core: Core, request: Request): Promise<Response> {
  const { search, searchParams } = new URL(request.url);
  const token = searchParams.get("auth") ?? "";
  const found = findCard(core.world, token);
  if (!found.ok) return page(found.status, uselessPage(...found.words));
  const { connection, card } = found;
  const head: CardHead = {
    type: connectorTypeSummary(connection.service)?.name ?? connection.service,
    connection: connection.schema,
    destination: core.world.state.groups.get(connection.group_id)?.name ?? connection.group_id,
  };
  const { redirect_uri, hide_setup_guide = false, all_fields = false } = card.config;
  if (card.completed_at !== null) {
    return page(200, donePage(head, card.tests, finished(redirect_uri, connection.id, token)));
  }
  const fields = cardFields(connection, all_fields);
  const consent = asksConsent({ role: "connection", service: connection.service });
  const show = (status: number, { typed, issues }: Pick<CardForm, "typed" | "issues">) => {
    const guide = hide_setup_guide ? null : (connectorTypeSummary(connection.service)?.link_to_docs ?? null);
    const settled = isSettled(connection);
    const tests = issues.size > 0 ? null : card.tests;
    return page(
      status,
      formPage(head, { fields, typed, issues, tests, consent, settled, guide, back: redirect_uri }),
    );
  };
  if (request.method === "GET") return show(200, { typed: new Map(), issues: new Map() });

  const sent = new URLSearchParams(await formText(request));
  const action = sent.get("action");
  if (action === "decline") return page(200, declinedPage(head, search, redirect_uri));
  const form = readCardForm(connection.service, fields, sent);
  if (form.issues.size > 0) return show(400, form);
  try {
    store(core, connection, form, consent && action === "allow");
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return show(400, { ...form, issues: new Map([["", error.message]]) });
  }
  const trust = { trust_certificates: action === "trust", trust_fingerprints: action === "trust" };
  const { user_id } = core.world.state.account;
  const wait = (ms: number) => pause(core, ms);
  card.tests = await testConnection(core.world, connection, user_id, trust, wait);
  const failed = card.tests.some(({ status }) => status === "FAILED" || status === "JOB_FAILED");
  if (!failed) card.completed_at = core.world.now();
  core.world.changed(connection);
  await core.store();
  // A reload of the page then asks again instead of sending again.
  return new Response(null, { status: 303, headers: { Location: search, "Cache-Control": "no-store" } });
}

/** Whether no setting is missing that the type's form asks for. */
function isSettled({ service, config }: StoredConnection): boolean {
  return (formOf(service)?.needed ?? []).every((name) => name.includes(".") || Boolean(config[name]));
}

/** As a change of the connection would, checked whole before anything is stored. */
function store(core: Core, connection: StoredConnection, form: CardForm, consented: boolean): void {
  const { world } = core;
  const draft = { ...connection };
  const sent = new Map<string, unknown>();
  if (Object.keys(form.config).length > 0) sent.set("config", completed(form.config, connection.config));
  if (Object.keys(form.auth).length > 0) sent.set("auth", completed(form.auth, connection.auth ?? {}));
  applySettings(world, draft, {}, sent);
  if (consented) draft.consented_at = world.now();
  Object.assign(connection, draft);
  world.changed(connection);
}

/** Objects inside settings are stored whole, and what was kept of them was not sent. */
function completed(sent: Settings, stored: Settings): Settings {
  const inner = (value: unknown): value is Settings =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  return Object.fromEntries(
    Object.entries(sent).map(([name, value]) => {
      const before = stored[name];
      if (!inner(value)) return [name, value];
      const entries = Object.entries({ ...(inner(before) && before), ...value });
      return [name, Object.fromEntries(entries.filter(([, it]) => it !== null))];
    }),
  );
}

/** Back to who asked for the card, with what they may verify: its token, which is of no more use by now. */
function finished(redirect_uri: string, connection_id: string, token: string): string {
  const url = new URL(redirect_uri);
  url.searchParams.append("id", connection_id);
  url.searchParams.append("auth", token);
  return url.href;
}

async function formText(request: Request): Promise<string> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) {
    throw new Refusal(415, "UnsupportedMediaType", "Content-Type must be application/x-www-form-urlencoded");
  }
  const text = await request.text();
  if (text.length > LONGEST_FORM) throw new Refusal(400, "InvalidInput", "The form is too large");
  return text;
}

function page(status: number, text: string): Response {
  return new Response(text, { status, headers: CARD_HEADERS });
}
