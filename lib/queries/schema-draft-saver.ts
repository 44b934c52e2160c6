import { mergeDrafts } from "@/lib/model/schema/merge-drafts";
import { NO_CHANGES } from "@/lib/model/schema/no-changes";
import { sameChanges } from "@/lib/model/schema/same-changes";
import type { SchemaDraft } from "@/lib/model/schema/schema-answers";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { DraftSaver } from "@/lib/queries/draft-saver";

type Content = Pick<SchemaDraft, "base_hash" | "changes">;

/** Where the draft of a schema is kept. */
export interface SchemaDraftStore {
  /** Null where there is none, or none any more. */
  read: () => Promise<SchemaDraft | null>;
  /** @throws ApiError `conflict` where another tab saved meanwhile */
  save: (draft: Omit<SchemaDraft, "saved_at">) => Promise<SchemaDraft>;
}

/** So many changes are not compared for a word that stands there for a moment. */
const COMPARED = 2_000;

/**
 * Keeps the draft of an editor. What another tab saves is brought in: over this tab's draft where that has nothing
 * unsaved, else field by field.
 * @param onOverlap told when both tabs edited the same fields, with how many
 * @returns the saver, and what has it follow the editor until its answer is called
 */
export function schemaDraftSaver(
  editor: SchemaEditor,
  draft: SchemaDraft | null,
  store: SchemaDraftStore,
  onOverlap: (overlaps: number) => void,
  calm?: number,
): { saver: DraftSaver<Content, SchemaDraft>; follow: () => () => void } {
  const none = (): SchemaDraft => ({
    version: 0,
    base_hash: editor.hash,
    changes: NO_CHANGES,
    saved_at: 0,
  });
  const content = (): Content => ({ base_hash: editor.hash, changes: editor.kept() });
  const saver = new DraftSaver<Content, SchemaDraft>(
    draft ?? none(),
    {
      content,
      contentOf: ({ base_hash, changes }) => ({ base_hash, changes }),
      same: (mine, other) =>
        sameChanges(mine.changes, other.changes) &&
        (mine.base_hash === other.base_hash || sameChanges(mine.changes, NO_CHANGES)),
      isEdited: ({ changes }) => editor.counts().total > COMPARED || !sameChanges(editor.kept(), changes),
      read: async () => (await store.read()) ?? none(),
      save: (next, version) => store.save({ ...next, version }),
      meet: (theirs, common) => {
        const mine = editor.kept();
        if (sameChanges(mine, common.changes)) {
          if (!sameChanges(mine, theirs.changes)) editor.load(theirs.changes);
          return content();
        }
        const { changes, overlaps } = mergeDrafts(common.changes, mine, theirs.changes);
        if (overlaps > 0) onOverlap(overlaps);
        editor.load(changes);
        return theirs;
      },
    },
    calm,
  );
  let seen = editor.getVersion();
  const look = () => {
    if (editor.getVersion() === seen) return;
    seen = editor.getVersion();
    saver.touch();
  };
  const follow = () => {
    const leave = editor.subscribe(look);
    look();
    return leave;
  };
  return { saver, follow };
}
