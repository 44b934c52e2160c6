import { parseEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { figure } from "@/lib/model/names";
import { backup, moveToPostgres, restore } from "@/lib/store/backup/keep";

const [command, path = ""] = process.argv.slice(2);

// Run by keep.mjs, which has looked at the arguments.
try {
  console.log(await done());
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function done(): Promise<string> {
  // Of the environment only where the data is: a backup needs no key.
  const { DATA_DIR, DATABASE_URL } = process.env;
  const { data_dir, database_url } = parseEnv({ DATA_DIR, DATABASE_URL });
  const place = database_url ? "the database of DATABASE_URL" : `the data folder ${data_dir}`;
  if (command === "backup") {
    return `${figure(await backup({ data_dir, database_url }, path))} rows of ${place} are in ${path}.`;
  }
  if (command === "restore") {
    const { rows, taken_at } = await restore({ data_dir, database_url }, path);
    return `${figure(rows)} rows as they were at ${new Date(taken_at).toISOString()} are in ${place}.`;
  }
  const { rows, running } = await moveToPostgres({ data_dir, database_url });
  const still = running
    ? " The Headgate that runs on the folder goes on with it: what it writes from now on is not in the new place."
    : "";
  return `${figure(rows)} rows of the data folder ${data_dir} are in ${place}. Start Headgate with DATABASE_URL from now on: what the folder holds stays as it was.${still}`;
}
