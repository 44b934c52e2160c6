import "server-only";
import { argv, stdin, stdout } from "node:process";
import { lockFolder } from "@/lib/store/folder-lock";

// Run by tests as a process of its own: takes the folder, says how that went, holds it until its input ends.
await lockFolder(argv[2] ?? "").then(
  () => stdout.write("held\n"),
  (error: Error) => stdout.write(`${error.message}\n`),
);
stdin.resume();
