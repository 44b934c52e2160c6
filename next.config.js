// biome-ignore lint/style/noRestrictedImports: Node.js itself reads this file, without our paths.
import { EVERYWHERE, NOT_A_PAGE } from "./lib/response-headers.mjs";

/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  agentRules: false,
  images: { unoptimized: true },
  headers: async () => [
    { source: "/:path*", headers: EVERYWHERE },
    { source: "/api/:path*", headers: NOT_A_PAGE },
  ],
};

export default config;
