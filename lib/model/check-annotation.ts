import {
  type Annotation,
  LONGEST_NOTES,
  LONGEST_OWNER,
  LONGEST_RUNBOOK,
  LONGEST_TAG,
  MOST_OWNERS,
  MOST_TAGS,
} from "@/lib/model/annotation";
import { figure } from "@/lib/model/names";

/** What is wrong with an annotation, a sentence a field; empty where it can be saved. */
export function checkAnnotation({ tags, owners, notes, runbook }: Annotation): Map<keyof Annotation, string> {
  const wrong = new Map<keyof Annotation, string>();
  const say = (field: keyof Annotation, words: string | undefined) => words && wrong.set(field, words);
  say("tags", wrongIn(tags, "tag", MOST_TAGS, LONGEST_TAG));
  say("owners", wrongIn(owners, "owner", MOST_OWNERS, LONGEST_OWNER));
  if (notes.length > LONGEST_NOTES)
    say(
      "notes",
      `Notes have at most ${figure(LONGEST_NOTES)} characters; these have ${figure(notes.length)}.`,
    );
  else if (/[^\P{Cc}\n\t]/u.test(notes)) say("notes", "Notes cannot hold control characters.");
  say("runbook", wrongLink(runbook));
  return wrong;
}

function wrongIn(all: readonly string[], noun: string, most: number, longest: number): string | undefined {
  if (all.length > most) return `There can be at most ${most} ${noun}s; these are ${all.length}.`;
  for (const one of all) {
    if (one.length > longest)
      return `${noun === "tag" ? "A tag" : "An owner"} has at most ${longest} characters; “${one.slice(0, 20)}…” has ${one.length}.`;
    if (/\p{Cc}/u.test(one)) return `${noun === "tag" ? "Tags" : "Owners"} cannot hold control characters.`;
  }
  return undefined;
}

function wrongLink(link: string): string | undefined {
  if (link === "") return undefined;
  if (link.length > LONGEST_RUNBOOK) return `A link has at most ${figure(LONGEST_RUNBOOK)} characters.`;
  const url = URL.canParse(link) ? new URL(link) : null;
  if (!url || !/^https?:\/\//i.test(link) || /[\s\p{Cc}]/u.test(link))
    return "A full address is needed that begins with https:// or http://.";
  if (url.username || url.password)
    return "An address with a password in it is not kept. Take the password out.";
  return undefined;
}
