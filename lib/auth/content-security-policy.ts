import "server-only";
import { isDevelopment } from "@/lib/env";

/** Style attributes that React Aria renders on the server: its hidden texts and the first levels of a tree. */
const STYLE_ATTRIBUTES = [
  "'sha256-nlaag70CeJ4ApAK6zDhDoc67sPQgJmu/ZcrF3ZRA718='",
  "'sha256-OPvH+zTsq+vvwlH2fikB1Fveiha+jXy32l3j4fYaEpA='",
  "'sha256-hJ78XysmC8+yKD8GyyhebrEz/YhXS2S5hjsPgxZfCaU='",
  "'sha256-jJaVMcZU5RVnES+EQWKOTFIh0nKvRuJgBl6YKPRb0Xs='",
];

/** sonner adds its style sheet without a nonce: the empty element first, then its text. */
export const SONNER_STYLES = [
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='",
];

/** The Content-Security-Policy of one page. `next dev` injects styles and evaluates code that we cannot mark. */
export function contentSecurityPolicy(nonce: string, development = isDevelopment): string {
  const script = `'self' 'nonce-${nonce}' 'strict-dynamic'`;
  return [
    "default-src 'self'",
    development ? `script-src ${script} 'unsafe-eval'` : `script-src ${script}`,
    development
      ? "style-src 'self' 'unsafe-inline'"
      : `style-src 'self' 'nonce-${nonce}' ${SONNER_STYLES.join(" ")}`,
    development
      ? "style-src-attr 'unsafe-inline'"
      : `style-src-attr 'unsafe-hashes' ${STYLE_ATTRIBUTES.join(" ")}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
