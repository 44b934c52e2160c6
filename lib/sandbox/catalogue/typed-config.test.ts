import { expect, it } from "vitest";
import { typedConfig } from "@/lib/sandbox/catalogue/typed-config";

it("turns numbers sent as text into numbers, but not in lists of ids, and nothing else", () => {
  expect(typedConfig("postgres", { port: "5432", host: "10", tunnel_port: null })).toEqual({
    port: 5432,
    host: "10",
    tunnel_port: null,
  });
  expect(typedConfig("jira", { projects: ["10001", 10002] })).toEqual({ projects: ["10001", 10002] });
  expect(typedConfig("snowflake", { port: "443" }, "destination_config")).toEqual({ port: 443 });
});
