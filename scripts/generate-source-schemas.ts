import { readFileSync, writeFileSync } from "node:fs";
import { writeSourceSchemas } from "@/lib/sandbox/source/source-schemas-file";

const target = new URL("../lib/sandbox/source/source-schemas.generated.json", import.meta.url);
const source = process.argv.slice(2).find((word) => !word.startsWith("--"));

if (!source) {
  console.error("Name a JSON file that holds an object of services, their tables and the columns of each.");
  process.exit(2);
}

const text = writeSourceSchemas(JSON.parse(readFileSync(source, "utf8")));

if (!process.argv.includes("--check")) {
  writeFileSync(target, text);
  console.log(`Wrote the source schemas, ${text.length} characters.`);
} else if (readFileSync(target, "utf8") !== text) {
  console.error(
    "The committed source schemas differ: run scripts/generate-source-schemas.ts and commit the result.",
  );
  process.exit(1);
} else {
  console.log("The committed source schemas agree.");
}
