import { AppError } from "@/lib/errors";
import { parseCommandLine } from "@/lib/sandbox/options";
import { startSandbox } from "@/lib/sandbox/server";

async function main(): Promise<void> {
  const sandbox = await startSandbox(parseCommandLine(process.argv.slice(2)));
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      sandbox.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  console.log(sandbox.url);
}

main().catch((error: unknown) => {
  console.error(error instanceof AppError ? error.message : error);
  process.exit(error instanceof AppError ? 2 : 1);
});
