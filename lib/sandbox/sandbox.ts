import type { IncomingMessage, ServerResponse } from "node:http";
import { Hono } from "hono";
import { jsonAnswer, toResponse } from "@/lib/sandbox/answer";
import { answerApi, refusalAnswer } from "@/lib/sandbox/api";
import { answerCard } from "@/lib/sandbox/card/answer-card";
import { answerControl } from "@/lib/sandbox/control";
import { Core } from "@/lib/sandbox/core";
import { publicConnectorTypes } from "@/lib/sandbox/handlers/metadata";
import { resolveOptions, type SandboxOptions } from "@/lib/sandbox/options";
import { notFound } from "@/lib/sandbox/reply";

export interface SandboxBindings {
  incoming?: IncomingMessage;
  outgoing?: ServerResponse;
}

export interface Sandbox {
  /** Answers a request as the server would. The host of its URL does not matter. */
  fetch(request: Request, bindings?: SandboxBindings): Promise<Response>;
  core: Core;
  /** Stops the clock's timer and stores the account. */
  close(): Promise<void>;
}

/**
 * A pretended Fivetran account with its API and its control, without a socket. Throws AppError `invalid` for bad
 * options, account or state file.
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const core = new Core(resolveOptions(options));
  const app = new Hono<{ Bindings: SandboxBindings }>();
  // The target as it came over the wire; a URL object would have resolved its dots.
  const targetOf = (request: Request, incoming: IncomingMessage | undefined) =>
    incoming?.url ?? request.url.replace(/^[a-z]+:\/\/[^/?#]*/i, "");

  app.all("/_sandbox/*", ({ req }) => answerControl(core, req.raw, new URL(req.url).pathname));
  app.on(["GET", "POST"], "/connect-card/setup", ({ req }) => answerCard(core, req.raw));
  app.get("/public/connector-types", () =>
    toResponse(jsonAnswer(200, { code: "Success", ...publicConnectorTypes() }, core.quota.headers())),
  );
  app.all("*", ({ req, env }) => {
    const target = targetOf(req.raw, env?.incoming);
    if (!/^\/v1(?:[/?]|$)/.test(target)) throw notFound(`Cannot find ${req.method} ${target.split("?")[0]}`);
    return answerApi(core, { request: req.raw, target, outgoing: env?.outgoing });
  });
  app.onError((error) => {
    const answer = refusalAnswer(error);
    Object.assign(answer.headers, core.quota.headers());
    return toResponse(answer);
  });

  await core.start();
  return {
    core,
    fetch: async (request, bindings) => app.fetch(request, bindings ?? {}),
    close: () => core.close(),
  };
}
