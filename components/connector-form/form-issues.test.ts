import { expect, it } from "vitest";
import { FormIssues } from "@/components/connector-form/form-issues";

const at = (path: string, message = "Wrong.") => ({ path, message });
const all = () => true;

it("shows what was found for the fields that were checked, and leaves the others", () => {
  const issues = new FormIssues();
  issues.replace([at("config.host"), at("config.port")], all);
  issues.replace([at("config.port", "Too large.")], (path) => path === "config.port");
  expect(issues.of("config.host")).toBe("Wrong.");
  expect(issues.of("config.port")).toBe("Too large.");
  issues.replace([], (path) => path === "config.host");
  expect(issues.of("config.host")).toBeUndefined();
});

it("keeps what Fivetran said until the field is edited, whatever our own check says", () => {
  const issues = new FormIssues();
  issues.tell(at("config.host", "Host is not reachable."));
  issues.replace([], all);
  issues.replace([at("config.host")], all);
  expect(issues.all()).toEqual([at("config.host", "Host is not reachable.")]);
  issues.edited("config.port");
  expect(issues.of("config.host")).toBe("Host is not reachable.");
  issues.edited("config.host");
  expect(issues.all()).toEqual([]);
});

it("tells its listeners of changes only", () => {
  const issues = new FormIssues();
  let told = 0;
  issues.subscribe(() => told++);
  issues.replace([], all);
  expect(told).toBe(0);
  issues.replace([at("config.host")], all);
  expect(told).toBe(1);
});
