import { jsonAnswer, toResponse } from "@/lib/sandbox/answer";
import { refusalAnswer } from "@/lib/sandbox/api";
import {
  ClockChange,
  changeSource,
  EndSync,
  FaultRules,
  SourceChangeRequest,
  tellSync,
} from "@/lib/sandbox/control-bodies";
import type { Core } from "@/lib/sandbox/core";
import { Delivery, deliverOne } from "@/lib/sandbox/delivery";
import { readBody } from "@/lib/sandbox/read-call";
import { invalid, notFound, Refusal } from "@/lib/sandbox/reply";
import { z } from "@/lib/zod";

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/** Answers what tests and demonstrations do to the outside world: faults, time, sources. Never a client's business. */
export async function answerControl(core: Core, request: Request, path: string): Promise<Response> {
  try {
    checkLocal(request);
    return toResponse(
      jsonAnswer(200, { code: "Success", message: "Done", data: await act(core, request, path) }),
    );
  } catch (error) {
    return toResponse(refusalAnswer(error));
  }
}

async function act(core: Core, request: Request, path: string): Promise<unknown> {
  const { method } = request;
  const parts = path.split("/").slice(2);
  const call = `${method} ${parts.length === 3 ? `${parts[0]}/*/${parts[2]}` : parts.join("/")}`;
  switch (call) {
    case "GET faults":
      return { rules: core.faults.list() };
    case "POST faults": {
      const { rules } = await body(request, FaultRules);
      core.faults.set(rules);
      core.forgetStale();
      return { rules: core.faults.list() };
    }
    case "DELETE faults":
      core.faults.set([]);
      core.forgetStale();
      return { rules: [] };
    case "GET clock":
      return clock(core);
    case "POST clock": {
      await changeClock(core, await body(request, ClockChange));
      return clock(core);
    }
    case "POST reset":
      await request.text();
      await core.reset();
      return clock(core);
    case "GET requests":
      return { requests: core.log.list() };
    case "DELETE requests":
      core.log.clear();
      return { requests: [] };
    case "GET deliveries":
      return { pending: core.world.state.pending_deliveries };
    case "POST deliveries":
      return deliverOne(core.world, core.options.deliveries, await body(request, Delivery));
    case "POST connections/*/end-sync": {
      const told = await body(request, EndSync);
      const connection = tellSync(core.world, decodeURIComponent(parts[1] ?? ""), told);
      await core.store();
      return connection;
    }
    case "POST connections/*/source": {
      const wanted = await body(request, SourceChangeRequest);
      const source = changeSource(core.world, decodeURIComponent(parts[1] ?? ""), wanted);
      await core.store();
      return source;
    }
    default:
      throw notFound(`Cannot find ${method} ${path}`);
  }
}

/** Only this machine, and no page of another site in a browser on it. */
function checkLocal(request: Request): void {
  const host = request.headers.get("host") ?? new URL(request.url).host;
  const origin = request.headers.get("origin");
  const foreign = origin !== null && !LOOPBACK.test(origin.replace(/^https?:\/\//, ""));
  if (!LOOPBACK.test(host) || foreign) {
    throw new Refusal(403, "Forbidden", "The sandbox is controlled from its own machine only");
  }
}

async function body<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  const parsed = schema.safeParse((await readBody(request)) ?? {});
  if (parsed.success) return parsed.data;
  throw invalid(z.prettifyError(parsed.error).replaceAll(/\s*\n\s*/g, " "));
}

function clock(core: Core) {
  return { now: new Date(core.clock.now()).toISOString(), now_ms: core.clock.now(), speed: core.clock.speed };
}

async function changeClock(
  core: Core,
  { advance_ms, speed, set }: z.output<typeof ClockChange>,
): Promise<void> {
  const to = typeof set === "string" ? Date.parse(set) : set;
  if (to !== undefined && to < core.clock.now()) throw invalid("The sandbox clock cannot go back");
  if (to !== undefined) core.clock.jump(to);
  if (advance_ms !== undefined) core.clock.jump(core.clock.now() + advance_ms);
  if (speed !== undefined) core.clock.setSpeed(speed);
  await core.clockChanged();
}
