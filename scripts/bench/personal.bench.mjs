import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { ROOT } from "../launch/child.mjs";

const FOLDER = "lib/model/personal";

/** The detectors of personal data against the labelled list of real columns: the same in every round. */
export const bench = {
  figures: {
    columns: { unit: "columns", goal: 1_000, better: "more" },
    precision: { unit: "of those found", goal: 0.9, better: "more" },
    recall: { unit: "of those personal", goal: 0.85, better: "more" },
    "held-out columns": { unit: "columns" },
    "held-out precision": { unit: "of those found", goal: 0.9, better: "more" },
    "held-out recall": { unit: "of those personal", goal: 0.85, better: "more" },
  },
  async prepare() {
    const { outputFiles } = await build({
      absWorkingDir: ROOT,
      entryPoints: [`${FOLDER}/labelled-score.ts`],
      bundle: true,
      format: "esm",
      write: false,
    });
    const code = Buffer.from(outputFiles[0].contents).toString("base64");
    const { scoreOf } = await import(`data:text/javascript;base64,${code}`);
    return { scoreOf, list: readFileSync(`${ROOT}${FOLDER}/labelled-columns.tsv`, "utf8") };
  },
  async round({ scoreOf, list }) {
    const { all, held_out } = scoreOf(list);
    return {
      columns: { value: all.columns },
      precision: { value: all.precision },
      recall: { value: all.recall },
      "held-out columns": { value: held_out.columns },
      "held-out precision": { value: held_out.precision },
      "held-out recall": { value: held_out.recall },
    };
  },
};
