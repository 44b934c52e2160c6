import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { readInTurn } from "@/lib/queries/read-in-turn";

const KEY = ["slow"];

/** A page that shows what is held under the key, and answers that come when told to. */
function slowPage() {
  const client = new QueryClient();
  const answers: ((value: number) => void)[] = [];
  const shown: number[] = [];
  const observer = new QueryObserver(client, {
    queryKey: KEY,
    queryFn: () => new Promise<number>((resolve) => answers.push(resolve)),
    initialData: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const leave = observer.subscribe(({ data }) => {
    if (data !== undefined && shown.at(-1) !== data) shown.push(data);
  });
  return { client, answers, shown, leave };
}

test("an answer is shown although more was told while it was on its way, and what was told is read after it", async () => {
  const { client, answers, shown, leave } = slowPage();
  for (let event = 0; event < 5; event += 1) readInTurn(client, KEY);
  expect(answers).toHaveLength(1);
  answers[0]?.(1);
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  expect(shown).toContain(1);
  answers[1]?.(2);
  await vi.waitFor(() => expect(shown.at(-1)).toBe(2));
  expect(answers).toHaveLength(2);
  readInTurn(client, KEY);
  expect(answers).toHaveLength(3);
  leave();
});

test("another key does not wait for it", () => {
  const { client, answers, leave } = slowPage();
  readInTurn(client, KEY);
  client.setQueryData(["other"], 1);
  readInTurn(client, ["other"]);
  expect(client.getQueryState(["other"])?.isInvalidated).toBe(true);
  expect(answers).toHaveLength(1);
  leave();
});
