import { type Report, ShapeComparison } from "@/lib/contract/compare-shapes";
import type { Endpoint } from "@/lib/contract/endpoint";
import { type DocumentOperation, type OpenapiDocument, pointerOf } from "@/lib/contract/openapi-document";
import { ownShape } from "@/lib/contract/own-shape";
import { type Operation, operations, rowOf } from "@/lib/contract/table";
import { loose } from "@/lib/model/wire";
import { z } from "@/lib/zod";

/** A place in which the table and the document differ. */
export interface Found {
  operation: Operation;
  pointer: string;
  fault: string;
}

/** Compares every row: address, verb, query, body, status and answer. One entry for each operation and pointer. */
export function compareWithDocument(document: OpenapiDocument): Found[] {
  return operations.flatMap((operation) => {
    const faults = new Map<string, string>();
    const report: Report = (pointer, fault) => {
      const before = faults.get(pointer);
      faults.set(pointer, before ? `${before}; ${fault}` : fault);
    };
    compareOperation(document, operation, report);
    return [...faults].map(([pointer, fault]) => ({ operation, pointer, fault }));
  });
}

function compareOperation(document: OpenapiDocument, operation: Operation, report: Report): void {
  const row = rowOf(operation);
  const path = `/v1${row.path}`;
  const theirs = document.operations.get(operation);
  if (!theirs) {
    report(pointerOf("paths", path, row.method.toLowerCase()), "is not in the document");
    return;
  }
  if (theirs.path !== path || theirs.method !== row.method)
    report(theirs.pointer, "has another path or verb");
  compareQuery(row, theirs, report);
  compareBody(document, row, theirs, report);
  const successes = [...theirs.answers].filter(([status]) => status < 300);
  const success = successes.find(([status]) => status === row.status) ?? successes[0];
  if (!success) {
    report(theirs.pointer, "declares no success");
    return;
  }
  const [status, schema] = success;
  const place = `${theirs.pointer}${pointerOf("responses", String(status))}`;
  if (status !== row.status) report(place, `is ${row.status} on the wire`);
  const at = { document: place, answer: "" };
  if (schema) new ShapeComparison(document, report, "answer").compare(envelopeOf(row), schema, at);
  else report(place, "declares no JSON");
}

function envelopeOf({ response }: Endpoint) {
  // The document asks for a message where there is no data; nothing here depends on it either way.
  const envelope = loose({ code: z.string(), ...(response && { data: response }) });
  const own = ownShape(envelope);
  const message = { ...ownShape(z.string()), optional: response !== undefined };
  return { ...own, fields: new Map([...own.fields, ["message", message]]) };
}

function compareQuery(row: Endpoint, theirs: DocumentOperation, report: Report): void {
  const ours = row.query ? [...ownShape(row.query).fields.keys()] : [];
  const odd = [
    ...ours.filter((name) => !theirs.query.includes(name)),
    ...theirs.query.filter((name) => !ours.includes(name)),
  ];
  if (odd.length > 0) report(`${theirs.pointer}/parameters`, `differ in ${odd.join(", ")}`);
}

function compareBody(
  document: OpenapiDocument,
  row: Endpoint,
  theirs: DocumentOperation,
  report: Report,
): void {
  const place = `${theirs.pointer}/requestBody`;
  if (!row.body || !theirs.body) {
    if (row.body || theirs.body) report(place, row.body ? "is only here" : "is only in the document");
    return;
  }
  // Whether a body may be absent is not told by the document, which marks none as required.
  const own = { ...ownShape(row.body), optional: false };
  const at = { document: `${place}/content/application~1json/schema`, answer: "" };
  new ShapeComparison(document, report, "request").compare(own, theirs.body, at);
}
