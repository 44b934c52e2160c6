import { expect, test } from "vitest";
import { parseCommandLine, resolveOptions } from "@/lib/sandbox/options";

const read = (line: string) => resolveOptions(parseCommandLine(line.split(" ").filter(Boolean)));

test("nothing said means a free port, key and secret `sandbox`, aliases, the standard quota", () => {
  expect(read("")).toMatchObject({
    port: 0,
    key: "sandbox",
    secret: "sandbox",
    aliases: true,
    quota: "standard",
  });
});

test("every option is read", () => {
  const line =
    "--port 4010 --connections 5000 --tables 10 --columns 20 --speed 60 --seed 7 --quota off --aliases off --state s.json --reset";
  expect(read(line)).toMatchObject({
    port: 4010,
    connections: 5000,
    tables: 10,
    columns: 20,
    speed: 60,
    seed: 7,
    quota: "off",
    aliases: false,
    state_file: "s.json",
    reset: true,
  });
});

test.each([
  ["--port nine", /^--port /],
  ["--port 70000", /^--port must be at most 65535\.$/],
  ["--connections -5", /--connections/],
  ["--connections 1.5", /^--connections must be a whole number\.$/],
  ["--speed fast", /^--speed must be a number\.$/],
  ["--quota huge", /^--quota must be one of trial, standard, off\.$/],
  ["--aliases maybe", /^--aliases must be on or off\.$/],
  ["--deliver hooks.example.com", /^--deliver must be NAME=URL/],
  ["--deliver a=ftp://b", /^--deliver must be NAME=URL/],
  ["--nonsense", /nonsense/],
  ["--account a.json --connections 5", /exclude each other/],
  ["stray", /stray/],
])("%s is refused in one sentence", (line, message) => {
  expect(() => read(line)).toThrow(message);
  expect(() => read(line)).toThrow(/^[^\n]+\.$/);
});
