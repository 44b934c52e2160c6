/** Waits until the sandbox's `large_schema` is in the account snapshot of a Headgate; its id. */
export async function largeConnection(url) {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    const { connections = [] } = await (await fetch(`${url}/api/connections`)).json();
    const found = connections.find((row) => row.schema === "large_schema");
    if (found) return found.id;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error("The sandbox's large_schema never arrived.");
}
