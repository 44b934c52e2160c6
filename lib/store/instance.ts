import "server-only";
import { randomUUID } from "node:crypto";
import { singleton } from "@/lib/singleton";

/** This process among those that share one database. */
export const instance = (): string => singleton("instance", () => randomUUID());
