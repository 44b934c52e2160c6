import { createServer } from "node:http";

// A stand-in for Fivetran that costs nothing to ask, so that what is measured is the proxy. Prints its port.
const SMALL = 50_000;
const LARGE = 20_200_000;

function schemaOf(bytes) {
  const tables = {};
  let length = 0;
  for (let index = 0; length < bytes; index++) {
    const table = { name_in_destination: `table_${index}`, enabled: true, columns: {} };
    for (let column = 0; column < 20; column++) {
      table.columns[`column_${column}`] = {
        name_in_destination: `column_${column}`,
        enabled: true,
        hashed: false,
      };
    }
    tables[`table_${index}`] = table;
    length += JSON.stringify(table).length + 20;
  }
  return { schema_change_handling: "ALLOW_ALL", schemas: { public: { enabled: true, tables } } };
}

const answer = (data) => Buffer.from(JSON.stringify({ code: "Success", data }));
const EMPTY = answer({ items: [] });
const ACCOUNT = answer({ account_id: "bench", account_name: "Bench" });
const ANSWERS = new Map([
  ["/v1/connections/small/schemas", answer(schemaOf(SMALL))],
  ["/v1/connections/large/schemas", answer(schemaOf(LARGE))],
  ["/v1/account/info", ACCOUNT],
]);

const server = createServer((request, response) => {
  const body = ANSWERS.get(request.url.split("?")[0]) ?? EMPTY;
  response.writeHead(200, {
    "content-type": "application/json;charset=utf-8",
    "content-length": body.length,
    "x-rate-limit": "100000000",
    "x-rate-limit-remaining": "99999999",
  });
  response.end(body);
});
server.listen(0, "127.0.0.1", () => console.log(`listening on http://127.0.0.1:${server.address().port}/v1`));
