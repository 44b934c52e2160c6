/**
 * A pure function that keeps its latest answers, `limit` of them. For what costs a millisecond and is asked for again at
 * every sync of every connection, such as keys.
 */
export function remembered<A extends object, R>(limit: number, make: (argument: A) => R): (argument: A) => R {
  const known = new Map<string, R>();
  return (argument) => {
    const key = JSON.stringify(argument);
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(argument);
    const oldest = known.keys().next().value;
    if (known.size >= limit && oldest !== undefined) known.delete(oldest);
    known.set(key, made);
    return made;
  };
}
