import { sameTyped } from "@/lib/model/connector/same-typed";
import type { SetupDraft } from "@/lib/model/setup-draft";
import { DraftSaver } from "@/lib/queries/draft-saver";

export type SetupContent = Pick<SetupDraft, "step" | "values" | "secrets">;
export type SetupDraftSaver = DraftSaver<SetupContent, SetupDraft>;

/**
 * Keeps a draft of a new connection. What another tab saves is not brought in: the person decides between the two.
 * @param content what is to be kept now, without secrets
 */
export function setupDraftSaver(
  draft: SetupDraft,
  content: () => SetupContent,
  store: {
    read: () => Promise<SetupDraft>;
    save: (draft: SetupContent & { version: number }) => Promise<SetupDraft>;
  },
  calm?: number,
): SetupDraftSaver {
  return new DraftSaver<SetupContent, SetupDraft>(
    draft,
    {
      content,
      contentOf: ({ step, values, secrets }) => ({ step, values, secrets }),
      same: sameTyped,
      isEdited: (common) => !sameTyped(content(), common),
      read: store.read,
      save: (next, version) => store.save({ ...next, version }),
      meet: () => null,
    },
    calm,
  );
}
