import "server-only";
import { z } from "@/lib/zod";

/** What every JSON answer of Fivetran is wrapped in (API notes, section 1). */
export const Envelope = z.looseObject({
  code: z.string().optional(),
  message: z.string().nullish(),
  data: z.unknown().optional(),
});
export type Envelope = z.infer<typeof Envelope>;

/** The envelope in a text, or null where the text is no JSON object. */
export function envelopeOf(text: string): Envelope | null {
  try {
    const parsed = Envelope.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
