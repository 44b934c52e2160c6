/**
 * The curl command of a request to Fivetran, to be copied. Give it a masked body: it hides nothing itself.
 * @param path below /v1, e.g. `/connections`
 */
export function curlOf(body: object, path = "/connections", method: "POST" | "PATCH" = "POST"): string {
  return [
    `curl -X ${method} ${quoted(`https://api.fivetran.com/v1${path}`)}`,
    `-u "$FIVETRAN_APIKEY:$FIVETRAN_APISECRET"`,
    `-H ${quoted("Accept: application/json;version=2")}`,
    `-H ${quoted("Content-Type: application/json")}`,
    `-d ${quoted(JSON.stringify(body, null, 2))}`,
  ].join(" \\\n  ");
}

/** A text as one word of a shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
