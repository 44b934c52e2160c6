import { route } from "@/lib/auth/route";
import { testChannel } from "@/lib/sync/alerts/manage-channels";

/** Sends a test by a channel; how it was answered as ChannelTest. */
export const POST = route<{ id: string }>(
  { role: "admin", risk: "reversible" },
  (_request, { id }, context) => testChannel(id, context),
);
