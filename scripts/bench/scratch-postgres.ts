import { postgresServer } from "@/lib/store/test-postgres";

// A PostgreSQL of its own for as long as this runs. Prints its address; the arguments are its settings.
const server = await postgresServer({ settings: process.argv.slice(2) });
process.once("SIGTERM", () => {
  server.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
console.log(`ready at ${server.url}`);
