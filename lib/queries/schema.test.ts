import { QueryClient } from "@tanstack/react-query";
import { afterEach, expect, test, vi } from "vitest";
import { buildTree } from "@/lib/model/schema/build-tree";
import { encodeTree } from "@/lib/model/schema/encode-tree";
import { sampleConfig, sampleTable } from "@/lib/model/schema/sample-config";
import { schemaName } from "@/lib/model/schema/schema-tree";
import { schemaExists, schemaTree } from "@/lib/queries/schema";

afterEach(() => vi.unstubAllGlobals());

/** The console answers with this schema. */
function served(name: string, etag: string, read_at: number): void {
  const pieces = encodeTree(buildTree(sampleConfig({ [name]: { users: sampleTable() } })));
  const body = new Blob([...pieces]);
  const headers = { etag, "x-schema-hash": etag, "x-schema-read-at": String(read_at) };
  vi.stubGlobal("fetch", async () => new Response(body, { headers }));
}

test("that there is no schema yet is an answer of its own, not a failed request", async () => {
  const client = new QueryClient();
  vi.stubGlobal("fetch", async () => new Response(null, { status: 204 }));
  expect(await client.fetchQuery(schemaExists("a"))).toBe(false);
  await expect(client.fetchQuery({ ...schemaTree("a"), retry: false })).rejects.toMatchObject({
    facts: { upstream_code: "NotFound_SchemaConfig" },
  });
});

test("a tree that did not change stays the same object, with its new age; one that did is another", async () => {
  const client = new QueryClient();
  const read = () => client.fetchQuery({ ...schemaTree("a"), staleTime: 0 });
  served("public", '"1"', 10);
  const first = await read();
  served("public", '"1"', 20);
  const second = await read();
  expect(second.tree).toBe(first.tree);
  expect(second.read_at).toBe(20);
  served("sales", '"2"', 30);
  expect(schemaName((await read()).tree, 0)).toBe("sales");
});
