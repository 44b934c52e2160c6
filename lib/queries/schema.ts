import { queryOptions } from "@tanstack/react-query";
import { decodeTree } from "@/lib/model/schema/decode-tree";
import type {
  SchemaRevision,
  SchemaRevisionHead,
  TableColumnsAnswer,
} from "@/lib/model/schema/schema-answers";
import type { SchemaTree } from "@/lib/model/schema/schema-tree";
import { ApiError } from "@/lib/queries/api-error";
import { get, getBytes, post } from "@/lib/queries/fetcher";

/** The schema config of a connection as Headgate keeps it. */
export interface ReadSchema {
  tree: SchemaTree;
  /** Of what the config says. */
  hash: string;
  /** When Fivetran was asked for it, in epoch milliseconds. */
  read_at: number;
  etag: string | null;
}

const base = (id: string) => `/api/connections/${encodeURIComponent(id)}/schema`;

/** Every key of a connection's schema: tree, columns, revisions, draft. */
export const schemaKey = (id: string) => ["schema", id] as const;

function noSchemaYet(): ApiError {
  const message = "Fivetran has not looked at this source yet, so there is no schema to show.";
  return new ApiError("not_found", message, { upstream_code: "NotFound_SchemaConfig" });
}

/**
 * The kept tree, at once; read from Fivetran where none is kept yet, which may take long.
 * @throws ApiError with `upstream_code` NotFound_SchemaConfig where Fivetran never looked at the source
 */
export function schemaTree(id: string) {
  return queryOptions({
    queryKey: [...schemaKey(id), "tree"],
    queryFn: async ({ signal, client, queryKey }): Promise<ReadSchema> => {
      const { bytes, headers } = await getBytes(base(id), signal);
      if (!headers.has("x-schema-hash")) throw noSchemaYet();
      const etag = headers.get("etag");
      const held = client.getQueryData<ReadSchema>(queryKey);
      return {
        // The same tree stays the same object, so that nothing is worked out anew over it.
        tree: held && etag !== null && held.etag === etag ? held.tree : decodeTree(bytes),
        hash: headers.get("x-schema-hash") ?? "",
        read_at: Number(headers.get("x-schema-read-at")),
        etag,
      };
    },
    staleTime: Number.POSITIVE_INFINITY,
    // Typed arrays have no structure worth sharing.
    structuralSharing: false,
  });
}

/**
 * Whether a connection has a schema config by now; false where Fivetran never looked at its source. It is kept under
 * `schemaTree` then. @throws ApiError for anything else
 */
export function schemaExists(id: string) {
  return queryOptions({
    queryKey: [...schemaKey(id), "exists"],
    queryFn: async ({ client }): Promise<boolean> => {
      try {
        await client.fetchQuery(schemaTree(id));
        return true;
      } catch (error) {
        if (error instanceof ApiError && error.facts.upstream_code === "NotFound_SchemaConfig") return false;
        throw error;
      }
    },
  });
}

/** Has Fivetran asked again; what someone did elsewhere becomes a revision. */
export function readSchemaAgain(id: string): Promise<{ hash: string; read_at: number; changed: boolean }> {
  return post(`${base(id)}/read`, {});
}

/** All columns of one table, from Fivetran within its quota for questions to the source. */
export function tableColumns(id: string, schema: string, table: string) {
  return queryOptions({
    queryKey: [...schemaKey(id), "columns", schema, table],
    queryFn: ({ signal }) => {
      const names = new URLSearchParams({ schema, table });
      return get<TableColumnsAnswer>(`${base(id)}/columns?${names}`, signal);
    },
  });
}

/** What changed and who did it, newest first. */
export function schemaRevisions(id: string) {
  return queryOptions({
    queryKey: [...schemaKey(id), "revisions"],
    queryFn: ({ signal }) => get<SchemaRevisionHead[]>(`${base(id)}/revisions`, signal),
  });
}

/** One revision with its changes. */
export function schemaRevision(id: string, number: number) {
  return queryOptions({
    queryKey: [...schemaKey(id), "revision", number],
    queryFn: ({ signal }) => get<SchemaRevision>(`${base(id)}/revisions/${number}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
