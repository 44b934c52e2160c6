import "server-only";
import { singleton } from "@/lib/singleton";

const held = () => singleton<{ url: string | null }>("public-url", () => ({ url: null }));

/** Says where the internet reaches this console, as an https origin; null where it does not. */
export function setPublicUrl(url: string | null): void {
  held().url = url;
}

export const publicUrl = (): string | null => held().url;
