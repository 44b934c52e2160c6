import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fieldSetReader } from "@/lib/sandbox/catalogue/catalogue-file";
import { generateCatalogue } from "@/lib/sandbox/catalogue/generate";

const source = process.env.FIVETRAN_OPENAPI;

/** A document of one connector type and one destination, with one config field of the given schema. */
function documentWith(field: unknown) {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  return {
    components: {
      schemas: {
        NewConnectorRequestV1: { discriminator: { mapping: { pump: "#/components/schemas/pump_New" } } },
        NewDestinationRequest: { discriminator: { mapping: { tank: "#/components/schemas/tank_New" } } },
        pump_New: {
          allOf: [ref("NewConnectorRequestV1"), ref("pump_config_V1"), ref("schema_format_schema")],
        },
        tank_New: { allOf: [ref("NewDestinationRequest"), ref("tank_config_V1")] },
        schema_format_schema: { properties: { config: { required: ["schema"] } } },
        pump_config_V1: { properties: { config: { type: "object", properties: { valve: field } } } },
        tank_config_V1: { properties: { config: { type: "object" } } },
      },
    },
  };
}

function valveOf(field: unknown) {
  const file = JSON.parse(generateCatalogue(documentWith(field)));
  return fieldSetReader(file)(file.connectors[0][2])[0];
}

describe("generateCatalogue", () => {
  it("reads an enum that the document types as object as the list of its texts", () => {
    expect(valveOf({ type: "object", enum: ["OPEN", "SHUT"] })).toEqual({
      name: "valve",
      shape: { kind: "enum", options: ["OPEN", "SHUT"] },
    });
  });

  it("keeps nesting, arrays and the password format through the committed notation", () => {
    const inner = { type: "object", properties: { key: { type: "string", format: "password" } } };
    expect(valveOf({ type: "array", items: inner })).toEqual({
      name: "valve",
      shape: {
        kind: "array",
        items: {
          kind: "object",
          fields: [{ name: "key", shape: { kind: "string", format: "password" } }],
        },
      },
    });
  });

  it("takes no prose: titles, descriptions and examples change nothing", () => {
    const bare = generateCatalogue(documentWith({ type: "integer", format: "int32" }));
    const prose = { type: "integer", format: "int32", title: "Valve", description: "How far.", example: 3 };
    expect(generateCatalogue(documentWith(prose))).toBe(bare);
  });

  it("refuses a type or a format that it does not know rather than guess", () => {
    expect(() => generateCatalogue(documentWith({ type: "tuple" }))).toThrow("pump_config_V1.valve");
    expect(() => generateCatalogue(documentWith({ type: "string", format: "uri" }))).toThrow("uri");
  });
});

describe.skipIf(!source)("the committed catalogue against Fivetran's OpenAPI document", () => {
  it("is what the document generates, byte for byte", () => {
    const committed = readFileSync(new URL("./catalogue.generated.json", import.meta.url), "utf8");
    expect(generateCatalogue(JSON.parse(readFileSync(source ?? "", "utf8"))) === committed).toBe(true);
  });
});
