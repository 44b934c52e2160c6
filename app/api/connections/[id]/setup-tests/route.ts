import { route } from "@/lib/auth/route";
import { startSetupTests } from "@/lib/sync/setup-test-runs";

/** Starts the setup tests; 202 with the SetupTestRun, whose result comes with the connection's details. */
export const POST = route<{ id: string }>(
  { role: "operator", risk: "reversible" },
  async (_request, { id }, context) => Response.json(await startSetupTests(id, context), { status: 202 }),
);
