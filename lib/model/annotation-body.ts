import { type Annotation, readOwners, readTags, toLine } from "@/lib/model/annotation";
import { checkAnnotation } from "@/lib/model/check-annotation";
import { z } from "@/lib/zod";

/** Lines as people write them; a comma parts them. */
const lines = (read: (line: string) => string[]) =>
  z
    .array(z.string().max(1_000))
    .max(100)
    .transform((all) => read(all.join(",")));

/** What saves a connection's annotation: all of it, and the version it was made from. */
export const AnnotationBody = z
  .strictObject({
    version: z.number().int().min(0),
    tags: lines(readTags),
    owners: lines(readOwners),
    notes: z
      .string()
      .max(100_000)
      .transform((notes) => notes.replace(/\r\n?/g, "\n").trim()),
    runbook: z.string().max(10_000).transform(toLine),
  })
  .superRefine(({ version: _, ...annotation }, context) => {
    for (const [field, message] of checkAnnotation(annotation satisfies Annotation))
      context.addIssue({ code: "custom", path: [field], message });
  });
