/** Variables that would point the tests at somebody's account, database or port. */
const OURS =
  /^(FIVETRAN_API|HEADGATE_(?!SOAK$|BROWSER$)|HOST$|PORT$|DATA_DIR$|DATABASE_URL$|LOG_LEVEL$|NODE_ENV$)/;

/** This process's environment without what configures Headgate. */
export const testEnv = (source = process.env) =>
  Object.fromEntries(Object.entries(source).filter(([name]) => !OURS.test(name)));

/** Takes those variables out of this process, so that no child sees them. */
export function forgetSettings() {
  for (const name of Object.keys(process.env)) if (OURS.test(name)) delete process.env[name];
}
