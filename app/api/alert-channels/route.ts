import { route } from "@/lib/auth/route";
import { AlertChannelBody } from "@/lib/model/alert/alert-channel-body";
import { saveChannel, showChannels } from "@/lib/sync/alerts/manage-channels";

/** The channels as a list of AlertChannel, without secrets. */
export const GET = route({ role: "viewer", risk: "read" }, () => showChannels());

/** Saves one channel, a new one too. */
export const PUT = route({ role: "admin", risk: "reversible" }, async (request, _, context) =>
  saveChannel(AlertChannelBody.parse(await request.json()), context),
);
