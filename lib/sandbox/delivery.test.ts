import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestSandbox, testSandbox } from "@/lib/sandbox/test-sandbox";

let receiver: Server;
let sandbox: TestSandbox;
const received: { path: string | undefined; signature: unknown; body: string }[] = [];
beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = "";
    request
      .on("data", (chunk) => {
        body += chunk;
      })
      .on("end", () => {
        received.push({ path: request.url, signature: request.headers["x-fivetran-signature-256"], body });
        response.writeHead(request.url === "/in/gone" ? 410 : 204).end();
      });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const { port } = receiver.address() as AddressInfo;
  sandbox = await testSandbox({
    deliver: [`hooks.example.com=http://127.0.0.1:${port}/in/`, "down.example.com=http://127.0.0.1:1"],
  });
});
afterAll(async () => {
  await sandbox.close();
  await new Promise((resolve) => receiver.close(resolve));
});

test("an event meant for https://NAME arrives signed at URL, in Fivetran's order of keys", async () => {
  const { items } = await sandbox.data<{ items: { id: string; schema: string }[] }>("GET", "/connections");
  const told = await sandbox.control("POST", "/deliveries", {
    to: "https://hooks.example.com/fivetran?x=1",
    event: "sync_end",
    connection_id: items[0]?.id,
    secret: "s3cret",
  });
  expect(told.body.data).toMatchObject({ succeed: true, status: 204 });
  const { path, signature, body } = received.at(-1) ?? { body: "" };
  expect(path).toBe("/in/fivetran?x=1");
  expect(signature).toBe(createHmac("sha256", "s3cret").update(body).digest("hex"));
  expect(Object.keys(JSON.parse(body))).toEqual([
    "event",
    "created",
    "connector_type",
    "connector_id",
    "connector_name",
    "sync_id",
    "destination_group_id",
    "data",
  ]);
  expect(JSON.parse(body)).toMatchObject({
    connector_name: items[0]?.schema,
    data: { status: "SUCCESSFUL" },
  });
});

test("a receiver that refuses or is down is told of, a host that is not mapped is refused", async () => {
  const send = (to: string) => sandbox.control("POST", "/deliveries", { to, event: "test_event" });
  expect((await send("https://hooks.example.com/gone")).body.data).toMatchObject({
    succeed: false,
    status: 410,
  });
  expect((await send("https://down.example.com")).body.data).toMatchObject({ succeed: false, status: null });
  expect((await send("https://other.example.com")).status).toBe(400);
  expect((await send("http://hooks.example.com")).status).toBe(400);
  expect(JSON.parse(received.at(-1)?.body ?? "")).toMatchObject({
    event: "test_event",
    connector_id: "_connector_1",
    group_id: "_destination_1",
  });
});
