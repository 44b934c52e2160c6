import { expect, test } from "vitest";
import { type Acknowledgement, acknowledgedWords } from "@/lib/model/alert/acknowledgement";

const of = (outcome: Acknowledgement["outcome"], by: string | null = null) => ({ id: "a", outcome, by });

test("who was faster is named, and what is over or no longer kept is counted", () => {
  expect(acknowledgedWords([of("acknowledged"), of("acknowledged")])).toEqual({
    title: "Acknowledged 2 alerts",
    detail: null,
  });
  const mixed = [of("acknowledged"), of("before", "bob"), of("before", "eve"), of("over"), of("gone")];
  expect(acknowledgedWords(mixed)).toEqual({
    title: "Acknowledged 1 alert",
    detail: "2 were acknowledged by bob and eve before, 1 is over meanwhile and 1 is no longer kept.",
  });
  expect(acknowledgedWords([of("before", "bob")])).toEqual({
    title: "There was nothing left to acknowledge",
    detail: "1 was acknowledged by bob before.",
  });
});
