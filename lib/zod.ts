import { z } from "zod";

// zod probes `new Function` for its fast path; a nonce CSP reports that probe as an eval violation.
z.config({ jitless: true });

export { z };
