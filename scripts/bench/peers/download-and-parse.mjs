import { get } from "node:http";
import { performance } from "node:perf_hooks";

// The least that a client in plain Node.js does with a schema config. Prints milliseconds and bytes.
const began = performance.now();
get(
  process.argv[2],
  { headers: { authorization: process.argv[3], accept: "application/json" } },
  (answer) => {
    const chunks = [];
    answer.on("data", (chunk) => chunks.push(chunk));
    answer.on("end", () => {
      const body = Buffer.concat(chunks);
      const { data } = JSON.parse(body.toString("utf8"));
      if (Object.keys(data.schemas).length === 0) throw new Error("The schema config is empty.");
      console.log(JSON.stringify({ ms: performance.now() - began, bytes: body.length }));
    });
  },
);
