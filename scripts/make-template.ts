import { rename, rm } from "node:fs/promises";
import { Queue } from "@/lib/jobs/queue";
import { createPglite, TEMPLATE } from "@/lib/store/pglite";

// Run after each build: the first start copies this folder instead of creating a database, which takes seconds.
const draft = `${TEMPLATE}.new`;
await rm(draft, { recursive: true, force: true });
await createPglite(draft, async (store) => {
  const queue = new Queue(store, async () => null);
  await queue.start();
  await queue.stop(0);
});
await rm(TEMPLATE, { recursive: true, force: true });
await rename(draft, TEMPLATE);
