/**
 * One value per process, made on first use and kept on `globalThis`: Next.js loads a module
 * once for instrumentation and again for routes, so module scope alone would give two.
 */
export function singleton<T>(name: string, make: () => T): T {
  const key = Symbol.for(`headgate.${name}`);
  const store = globalThis as unknown as Record<symbol, { value: T } | undefined>;
  store[key] ??= { value: make() };
  return store[key].value;
}
