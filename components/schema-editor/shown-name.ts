/** An empty name is legal; it has to be seen. */
export const EMPTY_NAME = "(empty name)";

export const shownName = (name: string): string => (name === "" ? EMPTY_NAME : name);
