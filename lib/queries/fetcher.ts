import { errorOf, noAnswer } from "@/lib/queries/api-error";

async function ask(method: string, url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, {
      ...init,
      method,
      headers: { accept: "application/json", ...init.headers },
    });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw noAnswer(method);
  }
  if (!response.ok) throw await errorOf(response, method);
  return response;
}

/** An answer of our own /api: typed, not parsed again. @throws ApiError */
export async function get<T>(url: string, signal?: AbortSignal): Promise<T> {
  const response = await ask("GET", url, signal ? { signal } : {});
  return response.json();
}

/** The bytes of an answer of our own /api, with its headers. @throws ApiError */
export async function getBytes(
  url: string,
  signal?: AbortSignal,
): Promise<{ bytes: Uint8Array; headers: Headers }> {
  const response = await ask("GET", url, signal ? { signal } : {});
  const buffer = await response.arrayBuffer().catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw noAnswer("GET");
  });
  return { bytes: new Uint8Array(buffer), headers: response.headers };
}

/** Sends JSON to our own /api. An empty answer is undefined. @throws ApiError */
export async function send<T>(
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  url: string,
  body?: unknown,
): Promise<T> {
  const response = await ask(method, url, {
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { "content-type": "application/json" },
  });
  const text = await response.text().catch(() => {
    throw noAnswer(method);
  });
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

/** `POST` of JSON to our own /api. @throws ApiError */
export function post<T>(url: string, body?: unknown): Promise<T> {
  return send<T>("POST", url, body);
}
