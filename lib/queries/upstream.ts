import type { BodyOf, DataOf, ParamsOf, QueryOf } from "@/lib/contract/endpoint";
import type { Operation, Table } from "@/lib/contract/table";
import { buildPath, type PathParams } from "@/lib/model/path";
import { get, send } from "@/lib/queries/fetcher";

/** `"PATCH /connections/{connectionId}"` for each row of the contract table. */
export type Spelling = {
  [O in Operation]: `${Table[O]["method"]} ${Table[O]["path"]}`;
}[Operation];

type RowOf<S extends Spelling> = {
  [O in Operation]: `${Table[O]["method"]} ${Table[O]["path"]}` extends S ? Table[O] : never;
}[Operation];

type Given<Name extends string, V> = [V] extends [undefined]
  ? unknown
  : undefined extends V
    ? { [K in Name]?: V }
    : { [K in Name]: V };

type Input<S extends Spelling> = (keyof ParamsOf<RowOf<S>> extends never
  ? unknown
  : { params: ParamsOf<RowOf<S>> }) &
  Given<"body", BodyOf<RowOf<S>>> & { query?: QueryOf<RowOf<S>>; signal?: AbortSignal };

interface Loose {
  params?: PathParams<string>;
  query?: Record<string, unknown>;
  body?: unknown;
  signal?: AbortSignal;
}

/**
 * Calls Fivetran through our proxy, which holds the credentials and refuses what is not in the contract table.
 * @returns `data` of Fivetran's envelope; undefined where an operation answers with a message only
 * @throws ApiError
 */
export async function upstream<const S extends Spelling>(
  spelling: S,
  input: Input<S>,
): Promise<DataOf<RowOf<S>>> {
  const { params = {}, query = {}, body, signal } = input as Loose;
  const [method = "GET", template = ""] = spelling.split(" ");
  const path = buildPath(template, params);
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString();
  const url = `/api/fivetran${path}${search && `?${search}`}`;
  const answer =
    method === "GET"
      ? await get<{ data: DataOf<RowOf<S>> }>(url, signal)
      : await send<{ data: DataOf<RowOf<S>> }>(method as "POST" | "PATCH" | "DELETE", url, body);
  return answer?.data;
}
