import "server-only";
import { argv, stdout } from "node:process";
import { setImmediate as turn } from "node:timers/promises";
import { recordIntent } from "@/lib/store/audit";
import { openStore, setStore } from "@/lib/store/db";
import { rememberUpstream, setUpstream } from "@/lib/store/upstream";

// Run by tests as a process of its own and killed at any moment: writes rows for ever, naming each once it is durable.
const store = await openStore({ data_dir: argv[2] ?? "", database_url: null });
setStore(Promise.resolve(store));
const account = { account_id: "acme", account_name: null, key_kind: "scoped" } as const;
setUpstream((await rememberUpstream(store.db, { url: "http://127.0.0.1/v1", key: "key", ...account })).id);
for (;;) {
  const id = await recordIntent({
    actor: "local",
    request_id: "r",
    operation: "test",
    params: {},
    body: null,
  });
  stdout.write(`${id}\n`);
  // Else the embedded database, which answers without one, would leave no turn to whoever asks for a copy.
  await turn();
}
