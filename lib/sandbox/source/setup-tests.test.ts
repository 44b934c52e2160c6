import { expect, test } from "vitest";
import { SetupTest } from "@/lib/model/setup-test";
import { destinationServices, services } from "@/lib/sandbox/catalogue/service";
import { certificateChainOf } from "@/lib/sandbox/source/certificate";
import { hostKeyOf } from "@/lib/sandbox/source/host-key";
import { runSetupTests, type SetupTestInput } from "@/lib/sandbox/source/setup-tests";
import { GOOD_CONDITIONS, SOURCE_FAULTS, type SourceFault } from "@/lib/sandbox/source/source-fault";

const base: SetupTestInput = {
  service: "postgres",
  role: "connection",
  config: { host: "db.shop.example.com", port: 5432, database: "shop", user: "fivetran", password: "s3cret" },
  network: {},
  conditions: GOOD_CONDITIONS,
  approvals: { certificates: [], fingerprints: [] },
  trust: { certificates: false, fingerprints: false },
  setup_state: "incomplete",
  seed: 1,
};
const tunnel = {
  connection_type: "SshTunnel",
  tunnel_host: "bastion.example.com",
  tunnel_port: 22,
  tunnel_user: "ft",
};
const key = hostKeyOf({ seed: 1, host: "bastion.example.com", port: 22, generation: 0 });
const chain = certificateChainOf({ seed: 1, host: "db.shop.example.com", generation: 0 });

const run = (change: Partial<SetupTestInput>) => runSetupTests({ ...base, ...change });
const configured = (change: object, more: Partial<SetupTestInput> = {}) =>
  run({ ...more, config: { ...base.config, ...change } });
const faulty = (...faults: SourceFault[]) => ({ conditions: { ...GOOD_CONDITIONS, faults } });
const rows = ({ tests }: ReturnType<typeof run>) => tests.map(({ title, status }) => `${title}: ${status}`);
const failure = ({ tests }: ReturnType<typeof run>) => {
  const failed = tests.filter(({ status }) => status === "FAILED");
  expect(failed).toHaveLength(1);
  return failed[0];
};

test("a database passes from the host to its permissions", () => {
  const outcome = run({});
  expect(rows(outcome)).toEqual([
    "Host Connection: PASSED",
    "Validate Certificate: SKIPPED",
    "Database Connection: PASSED",
    "Permission Test: PASSED",
  ]);
  expect(outcome).toMatchObject({ ok: true, setup_state: "connected" });
  for (const row of outcome.tests) expect(SetupTest.safeParse(row).success).toBe(true);
});

test("what follows a failed test is skipped, and the failure has its cause", () => {
  const outcome = run(faulty("port_closed"));
  expect(rows(outcome)).toEqual([
    "Host Connection: FAILED",
    "Validate Certificate: SKIPPED",
    "Database Connection: SKIPPED",
    "Permission Test: SKIPPED",
  ]);
  expect(failure(outcome)?.message).toBe("db.shop.example.com:5432 refused the connection.");
});

test("each evidently bad setting fails with a cause that names it", () => {
  const bad: [change: object, message: RegExp][] = [
    [{ host: "" }, /database host is missing/],
    [{ host: "db.invalid" }, /db\.invalid is unknown/],
    [{ port: null }, /port is missing/],
    [{ port: 70_000 }, /70000 is not within/],
    [{ port: "x" }, /x is not within/],
    [{ user: " " }, /user is missing/],
    [{ password: "" }, /password is missing/],
    [{ password: "wrong" }, /refused the log-in of fivetran/],
    [{ ...tunnel, tunnel_host: "" }, /tunnel host is missing/],
    [{ ...tunnel, tunnel_host: "gate.invalid" }, /gate\.invalid is unknown/],
    [{ ...tunnel, tunnel_port: 0 }, /0 is not within/],
    [{ connection_type: "PrivateLink" }, /No private link/],
    [{ connection_type: "ProxyAgent" }, /No proxy agent/],
  ];
  for (const [change, message] of bad) expect(failure(configured(change))?.message).toMatch(message);
});

test("every fault of the far end fails something, save the one that only warns", () => {
  const config = { ...base.config, ...tunnel };
  for (const fault of SOURCE_FAULTS) {
    const approvals = { certificates: [], fingerprints: [key.hash] };
    const database = run({ config, approvals, ...faulty(fault) });
    const application = run({ service: "zendesk", config: {}, consented: true, ...faulty(fault) });
    const partial = fault === "permission_partial";
    expect(
      [database, application].some(({ ok }) => !ok),
      fault,
    ).toBe(!partial);
    if (partial) expect(rows(database)).toContain("Permission Test: WARNING");
  }
});

test("an unknown host key fails with its fingerprint, and passes once that is approved", () => {
  const failed = failure(configured(tunnel));
  expect(failed).toMatchObject({ title: "SSH Tunnel Connection", message: /was not approved/ });
  expect(failed?.details).toEqual({
    hash: key.hash,
    public_key: key.public_key,
    type: key.type,
    name: key.name,
  });
  const approvals = { certificates: [], fingerprints: [key.hash] };
  expect(configured(tunnel, { approvals }).ok).toBe(true);
});

test("a changed host key fails although the old one was approved, and shows the new one", () => {
  const approvals = { certificates: [], fingerprints: [key.hash] };
  const conditions = { ...GOOD_CONDITIONS, host_key_generation: 1 };
  const failed = failure(configured(tunnel, { approvals, conditions, setup_state: "connected" }));
  const next = hostKeyOf({ seed: 1, host: "bastion.example.com", port: 22, generation: 1 });
  expect(failed?.message).toMatch(/has changed/);
  expect(failed?.details).toMatchObject({ hash: next.hash });
});

test("with the trust flag an unknown host key passes silently and is handed over for approval", () => {
  const outcome = configured(tunnel, { trust: { certificates: false, fingerprints: true } });
  expect(outcome.ok).toBe(true);
  expect(JSON.stringify(outcome.tests)).not.toContain(key.hash);
  expect(outcome.trusted).toEqual({
    fingerprints: [{ hash: key.hash, public_key: key.public_key }],
    certificates: [],
  });
});

test("an unknown certificate fails with its chain, and passes once either link is approved", () => {
  const failed = failure(configured({ always_encrypted: true }));
  expect(failed).toMatchObject({ title: "Validate Certificate", details: chain });
  for (const { hash } of chain) {
    const approvals = { certificates: [hash], fingerprints: [] };
    expect(configured({ always_encrypted: true }, { approvals }).ok).toBe(true);
    const conditions = { ...GOOD_CONDITIONS, certificate_generation: 1 };
    expect(failure(configured({ always_encrypted: true }, { approvals, conditions }))?.message).toMatch(
      /has changed/,
    );
  }
});

test("with the trust flag an unknown certificate passes silently and is handed over for approval", () => {
  const outcome = configured(
    { always_encrypted: true },
    { trust: { certificates: true, fingerprints: false } },
  );
  expect(rows(outcome)).toContain("Validate Certificate: PASSED");
  expect(outcome.trusted.certificates).toEqual([
    { hash: chain[0]?.hash, encoded_cert: chain[0]?.encoded_cert },
  ]);
});

test("TLS switched off without a tunnel is a warning, which is no failure", () => {
  const outcome = configured({ always_encrypted: false });
  expect(rows(outcome)).toContain("Validate Certificate: WARNING");
  expect(outcome.ok).toBe(true);
});

test("tests alone never lift broken, and a failure leaves incomplete as it is", () => {
  const after = (setup_state: SetupTestInput["setup_state"], ...faults: SourceFault[]) =>
    run({ setup_state, ...faulty(...faults) }).setup_state;
  expect(after("incomplete")).toBe("connected");
  expect(after("connected")).toBe("connected");
  expect(after("broken")).toBe("broken");
  expect(after("incomplete", "host_down")).toBe("incomplete");
  expect(after("connected", "host_down")).toBe("broken");
  expect(after("broken", "host_down")).toBe("broken");
});

test("SFTP knows its server by a host key, with and without a tunnel", () => {
  const config = { host: "files.example.com", port: 22, user: "ft", password: "s3cret" };
  const failed = failure(run({ service: "sftp", config }));
  expect(failed?.details).toMatchObject(
    hostKeyOf({ seed: 1, host: "files.example.com", port: 22, generation: 0 }),
  );
  const through = failure(
    run({ service: "sftp", config: { ...config, ...tunnel, connection_method: "SSH_TUNNEL" } }),
  );
  expect(through).toMatchObject({ title: "SSH Tunnel Connection", details: { hash: key.hash } });
});

test("an application fails without its key, with a wrong one, and passes with a good one", () => {
  const stripe = (config: object) => run({ service: "stripe", config: { ...config } });
  expect(failure(stripe({}))?.message).toMatch(/is missing/);
  expect(failure(stripe({ api_key: "wrong" }))?.message).toMatch(/refused the credentials/);
  expect(stripe({ api_key: "rk_live_1" }).ok).toBe(true);
});

test("a type that a person has to authorise fails until somebody consents, or hands over credentials", () => {
  const hubspot = (more: Partial<SetupTestInput>) => run({ service: "hubspot", config: {}, ...more });
  expect(failure(hubspot({}))).toMatchObject({ title: "Authorization", message: /connect card/ });
  expect(failure(hubspot({ auth: { client_access: { client_id: "" } } }))?.title).toBe("Authorization");
  expect(hubspot({ consented: true }).ok).toBe(true);
  expect(hubspot({ auth: { refresh_token: "t" } }).ok).toBe(true);
  expect(failure(hubspot({ auth: { refresh_token: "wrong" } }))?.message).toMatch(/refused/);
  expect(failure(hubspot({ consented: true, ...faulty("credentials_wrong") }))?.title).toBe("API Connection");
  const sheets = (config: object) =>
    run({ service: "google_sheets", config: { sheet_id: "s", named_range: "r", ...config } });
  expect(sheets({}).ok).toBe(true);
  expect(sheets({ auth_type: "ServiceAccount" }).ok).toBe(true);
  expect(failure(sheets({ auth_type: "OAuth" }))?.title).toBe("Authorization");
});

test("a bucket has to be named and found", () => {
  const config = { auth_type: "IAM_ROLE", role_arn: "arn:aws:iam::1:role/ft" };
  expect(failure(run({ service: "s3", config }))?.message).toBe("The bucket is missing.");
  expect(rows(run({ service: "s3", config: { ...config, bucket: "landing" } }))).toEqual([
    "File Storage Connection: PASSED",
    "Finding Files: PASSED",
  ]);
});

test("destinations are tested like databases, with the titles of theirs", () => {
  const role = "destination";
  const warehouse = { ...base.config, always_encrypted: true };
  const postgres = run({
    role,
    service: "postgres_warehouse",
    config: warehouse,
    trust: { certificates: true, fingerprints: true },
  });
  expect(rows(postgres)).toEqual([
    "Host Connection: PASSED",
    "Validate Certificate: PASSED",
    "Database Connection: PASSED",
    "Permission Test: PASSED",
  ]);
  const snowflake = {
    host: "acme.snowflakecomputing.com",
    user: "FIVETRAN",
    password: "s3cret",
    database: "RAW",
  };
  expect(run({ role, service: "snowflake", config: snowflake }).ok).toBe(true);
  const databricks = { server_host_name: "dbc.cloud.databricks.com", personal_access_token: "dapi1" };
  expect(run({ role, service: "databricks", config: databricks }).ok).toBe(true);
  expect(
    failure(run({ role, service: "databricks", config: { ...databricks, personal_access_token: "" } }))
      ?.message,
  ).toMatch(/missing/);
  expect(run({ role, service: "big_query", config: { project_id: "acme" } }).ok).toBe(true);
});

test("no type and no settings make the run throw, and each run has rows and a duration", () => {
  const odd = {
    host: ["x"],
    hosts: [1],
    port: {},
    password: { a: null },
    tunnel_host: 5,
    always_encrypted: "true",
  };
  for (const role of ["connection", "destination"] as const) {
    for (const service of [...(role === "connection" ? services() : destinationServices()), "no_such_type"]) {
      for (const config of [{}, odd]) {
        const outcome = run({ role, service, config, auth: null });
        expect(outcome.tests.length, service).toBeGreaterThan(0);
        expect(outcome.duration_ms, service).toBeGreaterThan(0);
        expect(outcome.ok).toBe(outcome.tests.every(({ status }) => status !== "FAILED"));
      }
    }
  }
});
