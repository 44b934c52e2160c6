import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

// Run by the launcher before it builds: prints what it needs of the environment as one line of JSON.
try {
  const { host, port, data_dir, upstream } = env();
  console.log(JSON.stringify({ host, port, data_dir, upstream: upstream.base_url }));
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
