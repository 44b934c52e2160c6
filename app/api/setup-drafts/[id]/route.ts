import { route } from "@/lib/auth/route";
import { SetupDraftBody } from "@/lib/model/setup-values-body";
import { dropSetupDraft, readSetupDraft } from "@/lib/store/setup-drafts";
import { saveDraft } from "@/lib/sync/setup/save-draft";
import { tellSetup } from "@/lib/sync/setup/tell-setup";

const EDIT = { role: "operator", risk: "reversible", body_limit: 262_144 } as const;

export const GET = route<{ id: string }>({ role: "viewer", risk: "read" }, (_request, { id }, { actor }) =>
  readSetupDraft(id, actor.id),
);

export const PUT = route<{ id: string }>(EDIT, async (request, { id }, { actor }) =>
  saveDraft(id, actor.id, SetupDraftBody.parse(await request.json())),
);

export const DELETE = route<{ id: string }>(EDIT, async (_request, { id }, { actor }) => {
  await dropSetupDraft(id, actor.id);
  await tellSetup(id);
});
