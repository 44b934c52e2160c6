import { Info, type LucideIcon, TriangleAlert } from "lucide-react";
import { Note } from "@/components/ui/note";

/** What changes bring: `costs` are certain, `unknown` is what Fivetran does not say. */
export function ReviewNotes({
  kind,
  sentences,
}: {
  kind: "costs" | "unknown";
  sentences: readonly string[];
}) {
  if (sentences.length === 0) return null;
  const costs = kind === "costs";
  const icon: LucideIcon = costs ? TriangleAlert : Info;
  return (
    <Note tone={costs ? "delayed" : "plain"} icon={icon}>
      <b>{costs ? "What follows" : "Not known"}</b>
      <ul className="mt-0.5 grid gap-1">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Note>
  );
}
