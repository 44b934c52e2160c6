import "server-only";
import { z } from "@/lib/zod";

/** The first line of a backup. */
export const BackupHead = z.object({
  headgate: z.literal("backup"),
  form: z.literal(1),
  /** The newest migration that the database had, by drizzle's time of it. */
  migration: z.number().int(),
  taken_at: z.number().int(),
  /** The text of the built-in sandbox's file; null where there is none. */
  sandbox: z.string().nullable(),
});
export type BackupHead = z.infer<typeof BackupHead>;

/** The rows that follow are of this table, their values in the order of these columns. */
export const BackupTable = z.object({
  table: z.string(),
  columns: z.array(z.tuple([z.string(), z.string()])).min(1),
});
export type BackupTable = z.infer<typeof BackupTable>;

/** A row: each value as PostgreSQL writes it as text. */
export const BackupRow = z.array(z.string().nullable());
export type BackupRow = z.infer<typeof BackupRow>;

/** The last line: a backup without it was cut off. */
export const BackupEnd = z.object({ rows: z.number().int() });
export type BackupEnd = z.infer<typeof BackupEnd>;

export const BackupLine = z.union([BackupRow, BackupTable, BackupEnd]);
export type BackupLine = BackupHead | z.infer<typeof BackupLine>;
