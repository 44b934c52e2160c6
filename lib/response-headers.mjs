/** Of every answer. */
export const EVERYWHERE = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "x-frame-options", value: "DENY" },
  { key: "referrer-policy", value: "no-referrer" },
  { key: "cross-origin-opener-policy", value: "same-origin" },
  { key: "cross-origin-resource-policy", value: "same-origin" },
  {
    key: "permissions-policy",
    value: "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
  },
];

/** Pages get their policy, which carries a nonce, from proxy.ts. */
export const NOT_A_PAGE = [
  { key: "content-security-policy", value: "default-src 'none'; frame-ancestors 'none'" },
];
