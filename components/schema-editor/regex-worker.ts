import { markByRegex } from "@/lib/model/schema/name-marks";

export interface RegexAsk {
  /** Only where they are others than before. */
  names?: readonly string[];
  source: string;
  flags: string;
}

/** `null` says that the worker has begun. */
export type RegexAnswer = Uint8Array | null;

let names: readonly string[] = [];

self.addEventListener("message", ({ data }: MessageEvent<RegexAsk>) => {
  names = data.names ?? names;
  self.postMessage(markByRegex(names, data.source, data.flags));
});
self.postMessage(null);
