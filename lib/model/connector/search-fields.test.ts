import { describe, expect, it } from "vitest";
import { connectorForm } from "@/lib/model/connector/connector-form";
import { searchFields } from "@/lib/model/connector/search-fields";
import { ConnectorTypeDetail } from "@/lib/model/connector-type";
import { connectorTypeDetail } from "@/lib/sandbox/catalogue/metadata";

const formOf = (id: string) => connectorForm(ConnectorTypeDetail.parse(connectorTypeDetail(id)));
const postgres = formOf("postgres");
const salesforce = formOf("salesforce");

describe("fields", () => {
  it.each([
    ["ssh", "config.tunnel_host"],
    ["ssl", "config.always_encrypted"],
    ["cdc", "config.update_method"],
    ["login", "config.user"],
    ["pwd", "config.password"],
    ["port", "config.port"],
    ["replication slot", "config.replication_slot"],
    ["certificate", "config.client_public_certificate"],
    ["Entra", "config.entra_app_id"],
  ])("%s finds %s in postgres", (text, path) => {
    expect(searchFields(postgres, text).fields.map((field) => field.path)).toContain(path);
  });

  it("come best first", () => {
    expect(searchFields(postgres, "host").fields[0]?.path).toBe("config.host");
    expect(searchFields(postgres, "tunnel port").fields[0]?.path).toBe("config.tunnel_port");
  });

  it("are those inside lists and objects too", () => {
    expect(searchFields(formOf("s3"), "file pattern").fields[0]?.path).toBe("config.files.file_pattern");
    expect(searchFields(salesforce, "client_secret").fields[0]?.path).toBe(
      "auth.client_access.client_secret",
    );
  });

  it("are none for nothing, and none for nonsense", () => {
    expect(searchFields(postgres, "  ")).toEqual({ fields: [], answers: [] });
    expect(searchFields(postgres, "zzz")).toEqual({ fields: [], answers: [] });
  });
});

describe("answers", () => {
  const asked = (text: string, form = salesforce) =>
    searchFields(form, text).answers.map((answer) => answer.asked);

  it.each([
    ["bulk_api", "bulk_api"],
    ["Bulk API", "bulk_api"],
    ["pk_chunking", "pk_chunking"],
    ["chunk", "chunk_size"],
    ["initial_sync_parallelism", "initial_sync_parallelism"],
    ["parallel", "parallel connections"],
    ["row limit", "row limit"],
    ["replication key", "replication_key"],
    ["cursor_field", "replication_key"],
    ["weekly", "weekly frequency"],
    ["cron", "cron"],
    ["monthly", "less often than daily"],
    ["whitelist", "allow_list_ips"],
    ["api_version", "api_version"],
    ["sandbox", "sandbox"],
    ["custom sql", "custom SQL"],
    ["streaming", "COPY or streaming"],
    ["pool", "connection pool"],
    ["query timeout", "timeout"],
  ])("%s is answered", (text, answer) => {
    expect(asked(text)).toContain(answer);
  });

  it("say in a line or two what to do instead", () => {
    for (const { answer } of searchFields(salesforce, "bulk").answers) {
      expect(answer).toMatch(/^[A-Z].{30,260}\.$/);
    }
    expect(asked("bulk_api")).toEqual(["bulk_api"]);
  });

  it("are about the type, and silent where it has such a field", () => {
    expect(asked("sandbox", postgres)).toEqual([]);
    expect(asked("api_version", formOf("pardot"))).toEqual([]);
    expect(searchFields(formOf("pardot"), "api_version").fields[0]?.path).toBe("config.api_version");
    expect(asked("bulk", formOf("marketo"))).toEqual([]);
  });

  it("do not come up for half a word that a field begins with", () => {
    expect(asked("connection", postgres)).toEqual([]);
    expect(asked("connection pool", postgres)).toEqual(["connection pool"]);
  });
});
