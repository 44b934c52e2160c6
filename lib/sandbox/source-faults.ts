import { SOURCE_FAULTS, type SourceFault } from "@/lib/sandbox/source/source-fault";

export function isSourceFault(word: string | null): word is SourceFault {
  return SOURCE_FAULTS.some((fault) => fault === word);
}
