import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parseEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";

function refusal(source: Record<string, string>): string {
  try {
    parseEnv(source);
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
  return "";
}

describe("the environment", () => {
  it("without any variable is the built-in sandbox on 127.0.0.1:3000", () => {
    expect(parseEnv({})).toMatchObject({
      upstream: { mode: "sandbox", base_url: null },
      host: "127.0.0.1",
      port: 3000,
      data_dir: resolve("data"),
      database_url: null,
      log_level: "info",
      reset_sandbox: false,
      sandbox: { speed: 1, quota: "standard" },
    });
  });

  it.each(["FIVETRAN_API_KEY", "FIVETRAN_APIKEY"])("takes %s with its secret for a real account", (key) => {
    const secret = key.replace("KEY", "SECRET");
    expect(parseEnv({ [key]: "k", [secret]: "s" }).upstream).toEqual({
      mode: "real",
      base_url: "https://api.fivetran.com/v1",
      key: "k",
      secret: "s",
    });
  });

  it("counts an empty variable as absent", () => {
    expect(parseEnv({ FIVETRAN_API_KEY: "", FIVETRAN_API_SECRET: " ", PORT: "", DATABASE_URL: "" })).toEqual(
      parseEnv({}),
    );
  });

  it("names every bad variable in one sentence", () => {
    const sentence = refusal({
      PORT: "80000",
      LOG_LEVEL: "loud",
      HEADGATE_SANDBOX_SPEED: "-1",
      DATABASE_URL: "mysql://x",
    });
    for (const name of ["PORT", "LOG_LEVEL", "HEADGATE_SANDBOX_SPEED", "DATABASE_URL"]) {
      expect(sentence).toContain(name);
    }
    expect(sentence).not.toContain("\n");
    expect(sentence).toMatch(/\.$/);
  });

  it.each([
    "https://api.fivetran.com",
    "https://api.fivetran.com/v1/",
    "ftp://api.fivetran.com/v1",
    "https://user:pass@api.fivetran.com/v1",
    "https://api.fivetran.com/v1?x=1",
    "v1",
  ])("refuses %s as FIVETRAN_API_URL without repeating it", (url) => {
    const sentence = refusal({ FIVETRAN_API_KEY: "k", FIVETRAN_API_SECRET: "s", FIVETRAN_API_URL: url });
    expect(sentence).toContain("FIVETRAN_API_URL");
    expect(sentence).not.toContain("pass@");
  });

  it("never repeats a value, which may be a secret", () => {
    const secret = "hunter2";
    expect(refusal({ DATABASE_URL: secret, PORT: secret, FIVETRAN_API_KEY: secret })).not.toContain(secret);
  });

  it("asks for the missing half of the key", () => {
    expect(refusal({ FIVETRAN_API_KEY: "k" })).toContain("FIVETRAN_API_SECRET");
    expect(refusal({ FIVETRAN_API_SECRET: "s" })).toContain("FIVETRAN_API_KEY");
    expect(refusal({ FIVETRAN_API_URL: "http://127.0.0.1:4010/v1" })).toContain("FIVETRAN_API_KEY");
  });

  it.each(["0.0.0.0", "::", "192.168.1.4", "headgate.example.com"])(
    "refuses a key while it listens on %s",
    (host) => {
      expect(refusal({ FIVETRAN_API_KEY: "k", FIVETRAN_API_SECRET: "s", HOST: host })).toContain("HOST");
      expect(parseEnv({ HOST: host }).upstream.mode).toBe("sandbox");
    },
  );

  it.each(["127.0.0.1", "127.0.0.53", "::1", "localhost"])("allows a key while it listens on %s", (host) => {
    expect(parseEnv({ FIVETRAN_API_KEY: "k", FIVETRAN_API_SECRET: "s", HOST: host }).upstream.mode).toBe(
      "real",
    );
  });

  it.each(["127.evil.com", "127.0.0.1.evil.com", "localhost.evil.com"])(
    "does not take %s for loopback",
    (host) => {
      expect(refusal({ FIVETRAN_API_KEY: "k", FIVETRAN_API_SECRET: "s", HOST: host })).toContain("HOST");
    },
  );

  it("allows its own names, the one it listens on and those that were added", () => {
    expect(
      parseEnv({ HOST: "0.0.0.0", HEADGATE_ALLOWED_HOSTS: "Data.example.com, 10.0.0.4:8080" }).allowed_hosts,
    ).toEqual(["localhost", "127.0.0.1", "[::1]", "data.example.com", "10.0.0.4:8080"]);
    expect(parseEnv({ HOST: "192.168.1.4" }).allowed_hosts).toContain("192.168.1.4");
  });

  it("takes records and the days that they are kept, and refuses what it does not know", () => {
    const days = (list: string) => [...parseEnv({ HEADGATE_KEEP_DAYS: list }).keep_days];
    expect(days("")).toEqual([]);
    expect(days("syncs=800, audit=3650")).toEqual([
      ["syncs", 800],
      ["audit", 3650],
    ]);
    for (const bad of ["syncs", "syncs=99", "syncs=99999", "sweeps=200", "__proto__=200", "syncs=1e3"]) {
      expect(refusal({ HEADGATE_KEEP_DAYS: bad })).toMatch(/^HEADGATE_KEEP_DAYS must list records and days/);
    }
  });

  it("takes a public address only as an https origin", () => {
    const of = (url: string) => parseEnv({ HEADGATE_PUBLIC_URL: url }).public_url;
    expect(parseEnv({}).public_url).toBeNull();
    expect(of("https://Headgate.example.com/")).toBe("https://headgate.example.com");
    expect(of("https://headgate.example.com:8443")).toBe("https://headgate.example.com:8443");
    for (const bad of ["http://h.example", "h.example", "https://h.example/x", "https://u:p@h.example"]) {
      expect(refusal({ HEADGATE_PUBLIC_URL: bad })).toMatch(/HEADGATE_PUBLIC_URL must be an https address/);
    }
    expect(parseEnv({ HEADGATE_PUBLIC_URL: "https://h.example" }).allowed_hosts).not.toContain("h.example");
  });
});
