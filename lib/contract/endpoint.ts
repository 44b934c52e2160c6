import type { PathParams } from "@/lib/model/path";
import type { z } from "@/lib/zod";

export type Method = "GET" | "POST" | "PATCH" | "DELETE";
export type Role = "viewer" | "operator" | "admin";

/** What a call can do: costly is re-sync and force, destructive is delete, privacy makes personal data flow unhashed. */
export type Risk = "read" | "reversible" | "costly" | "destructive" | "privacy";

/** Which of Fivetran's quota buckets a call counts in; setup-test counts in all three (D: rest-api/rate-limiting). */
export type Cost = "all" | "source" | "setup-test";

/** What has to be read back into the account snapshot after a successful write. */
export type Invalidates = "connection" | "connections" | "groups" | "schema_config" | "approvals";

type BodyRule<B extends z.ZodType | undefined, T> =
  | T
  | ((body: B extends z.ZodType ? z.output<B> : undefined) => T);

export interface Endpoint<
  M extends Method = Method,
  P extends string = string,
  Q extends z.ZodType | undefined = z.ZodType | undefined,
  B extends z.ZodType | undefined = z.ZodType | undefined,
  R extends z.ZodType | undefined = z.ZodType | undefined,
> {
  method: M;
  /** Relative to the base that ends in /v1. */
  path: P;
  query: Q;
  body: B;
  /** Of `data` in the envelope; undefined where a success carries only code and message. */
  response: R;
  status: 200 | 201;
  role: Role;
  risk: BodyRule<B, Risk>;
  cost: BodyRule<B, Cost>;
  invalidates: readonly Invalidates[];
  /** Set on spellings that only other clients use: the sandbox serves them, the console never sends them. */
  legacy: boolean;
  /** False where only the server's own code calls it: what it answers is not for a browser to see. */
  proxied: boolean;
}

interface Row<
  M extends Method,
  P extends string,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
  R extends z.ZodType | undefined,
> {
  method: M;
  path: P;
  query?: Q;
  body?: B;
  response?: R;
  status?: 200 | 201;
  role: Role;
  risk: BodyRule<B, Risk>;
  cost: BodyRule<B, Cost>;
  invalidates?: readonly Invalidates[];
  legacy?: boolean;
  proxied?: boolean;
}

/** Declares one row of the table of Fivetran endpoints. */
export function endpoint<
  const M extends Method,
  const P extends string,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  R extends z.ZodType | undefined = undefined,
>(row: Row<M, P, Q, B, R>): Endpoint<M, P, Q, B, R> {
  return {
    status: 200,
    invalidates: [],
    legacy: false,
    proxied: true,
    ...row,
    query: row.query as Q,
    body: row.body as B,
    response: row.response as R,
  };
}

type Output<S> = S extends z.ZodType ? z.output<S> : undefined;

export type ParamsOf<E> = E extends Endpoint<Method, infer P> ? PathParams<P> : never;
export type QueryOf<E extends { query: unknown }> = Output<E["query"]>;
export type BodyOf<E extends { body: unknown }> = Output<E["body"]>;
export type DataOf<E extends { response: unknown }> = Output<E["response"]>;

/** The risk of a call with this body. */
export function riskOf(row: Endpoint, body: unknown): Risk {
  return typeof row.risk === "function" ? (row.risk as (body: unknown) => Risk)(body) : row.risk;
}

/** The quota bucket a call with this body counts in. */
export function costOf(row: Endpoint, body: unknown): Cost {
  return typeof row.cost === "function" ? (row.cost as (body: unknown) => Cost)(body) : row.cost;
}
