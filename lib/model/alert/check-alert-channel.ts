import type { MailSettings, NewAlertChannel } from "@/lib/model/alert/alert-channel";
import { nameFault } from "@/lib/model/alert/check-alert-rule";

const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+$/;
const SIGNING = /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/;

/**
 * What is wrong with a channel, a sentence a field; empty where it can be saved.
 * @param secret null keeps the one that is there
 * @param kept whether one is there
 * @param others names that are taken
 */
export function checkAlertChannel(
  channel: NewAlertChannel,
  secret: string | null,
  kept: boolean,
  others: readonly string[],
): Map<string, string> {
  const wrong = new Map<string, string>();
  const fault = nameFault(channel.name, others, "channel");
  if (fault) wrong.set("name", fault);
  const { settings } = channel;
  const put = (field: string, message: string | undefined) => {
    if (message !== undefined) wrong.set(field, message);
  };
  if (settings.kind === "email") {
    checkMail(settings, put);
    if (settings.username !== "" && !kept && !secret) put("secret", "The password of this user is needed.");
  } else if (!kept && !secret) put("secret", "This is needed: nothing can be sent without it.");
  if (secret) {
    if (settings.kind === "slack" || settings.kind === "teams")
      put("secret", addressFault(secret, ["https:"]) ?? undefined);
    if (settings.kind === "pagerduty" && !/^[A-Za-z0-9]{32}$/.test(secret))
      put("secret", "An integration key has 32 letters and digits.");
    if (settings.kind === "webhook" && !SIGNING.test(secret))
      put("secret", "A signing secret begins with whsec_ and holds 24 to 64 bytes in base64.");
  }
  if (settings.kind === "webhook") put("url", addressFault(settings.url, ["https:", "http:"]) ?? undefined);
  return wrong;
}

function checkMail(
  { host, port, from, to }: MailSettings,
  put: (field: string, message: string | undefined) => void,
): void {
  if (!/^[A-Za-z0-9.:_-]{1,253}$/.test(host))
    put("host", "The name of the mail server is needed, such as smtp.example.com.");
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    put("port", "A port is a whole number up to 65535.");
  if (!ADDRESS.test(from)) put("from", "One mail address is needed, such as headgate@example.com.");
  if (to.length === 0) put("to", "At least one mail address is needed.");
  else if (to.length > 50) put("to", "At most 50 addresses; a list of your mail server takes more.");
  const bad = to.find((one) => !ADDRESS.test(one));
  if (bad !== undefined) put("to", `${bad} is no mail address.`);
}

/** What is wrong with an address that messages are sent to; null for nothing. */
function addressFault(text: string, protocols: readonly string[]): string | null {
  if (text.length > 2_000 || !URL.canParse(text)) return "A full address is needed, with https:// before it.";
  const url = new URL(text);
  if (!protocols.includes(url.protocol)) return "A full address is needed, with https:// before it.";
  if (url.username || url.password) return "An address cannot hold a user name or a password.";
  return null;
}
