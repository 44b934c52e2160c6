import "server-only";

type Handler<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>;

/** For tests: asks a route as a page would; `body` is sent as JSON, a text as it is. */
export async function askRoute<P>(
  handler: Handler<P>,
  params: P,
  body?: unknown,
  method = "POST",
  query = "",
) {
  const headers = { host: "localhost", "content-type": "application/json", "sec-fetch-site": "same-origin" };
  const sent = typeof body === "string" ? body : JSON.stringify(body);
  const request = new Request(`http://localhost/x${query}`, {
    headers,
    ...(body === undefined ? {} : { method, body: sent }),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === "" ? null : JSON.parse(text),
    text,
  };
}
