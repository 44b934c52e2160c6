/** Waits until the account snapshot of a Headgate holds so many connections; their ids. */
export async function allConnections(url, count) {
  const until = Date.now() + 180_000;
  while (Date.now() < until) {
    const { connections = [] } = await (await fetch(`${url}/api/connections`)).json();
    if (connections.length >= count) return connections.map((row) => row.id);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`The sandbox's ${count} connections never arrived.`);
}
