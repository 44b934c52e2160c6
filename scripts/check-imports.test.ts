import { describe, expect, it } from "vitest";
import { faultsOf } from "@/scripts/check-imports.mjs";

describe("the import rules that Biome cannot hold", () => {
  it.each([
    ["lib/store/db.ts", 'import { z } from "@/lib/zod";\n'],
    ["lib/queries/upstream.ts", 'import { table } from "@/lib/contract/table";\n'],
    ["lib/queries/upstream.ts", 'const table = await import("@/lib/contract/table");\n'],
    ["lib/model/time.ts", "const zone = process.env.TZ;\n"],
    ["instrumentation.ts", "if (process.env.HOST) boot();\n"],
    ["lib/model/time.ts", 'import { z } from "zod";\n'],
    ["lib/model/time.ts", 'import { z } from "zod/v4";\n'],
    ["app/page.tsx", '"use server";\n'],
    ["lib/model/time.ts", '  "use cache: remote";\n'],
    ["app/layout.tsx", 'import { Inter } from "next/font/google";\n'],
    ["components/ui/a.tsx", 'const A = dynamic(() => import("@/components/ui/b"), { ssr: false });\n'],
    ["components/ui/a.tsx", 'const { b } = await import("@/lib/model/b");\n'],
  ])("refuses in %s: %s", (path, text) => {
    expect(faultsOf(path, text)).toHaveLength(1);
  });

  it.each([
    ["lib/store/db.ts", 'import "server-only";\nimport { z } from "@/lib/zod";\n'],
    ["lib/store/db.test.ts", 'import { expect } from "vitest";\n'],
    ["lib/queries/upstream.ts", 'import type { Table } from "@/lib/contract/table";\n'],
    ["lib/env.ts", "process.env.HOST;\n"],
    ["instrumentation.ts", 'if (process.env.NEXT_RUNTIME === "nodejs") boot();\n'],
    ["components/ui/a.tsx", 'const A = lazyPiece("The menu", () => import("@/components/ui/b"));\n'],
    ["lib/zod.ts", 'import { z } from "zod";\n'],
  ])("accepts in %s: %s", (path, text) => {
    expect(faultsOf(path, text)).toEqual([]);
  });

  it("names the line", () => {
    expect(faultsOf("lib/model/a.ts", "\n\nprocess.env.A\n")).toEqual([
      "lib/model/a.ts:3: the environment is read in lib/env.ts only",
    ]);
  });
});
