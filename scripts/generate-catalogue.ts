import { readFileSync, writeFileSync } from "node:fs";
import { generateCatalogue } from "@/lib/sandbox/catalogue/generate";

const target = new URL("../lib/sandbox/catalogue/catalogue.generated.json", import.meta.url);
const source = process.env.FIVETRAN_OPENAPI;

if (!source) {
  console.error("Set FIVETRAN_OPENAPI to the path of Fivetran's OpenAPI document.");
  process.exit(2);
}

const text = generateCatalogue(JSON.parse(readFileSync(source, "utf8")));

if (!process.argv.includes("--check")) {
  writeFileSync(target, text);
  console.log(`Wrote the catalogue, ${text.length} characters.`);
} else if (readFileSync(target, "utf8") !== text) {
  console.error(
    "The committed catalogue differs from the document: run scripts/generate-catalogue.ts and commit the result.",
  );
  process.exit(1);
} else {
  console.log("The committed catalogue agrees with the document.");
}
