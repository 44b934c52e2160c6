/**
 * Runs in the browser: filters, sorts and groups the list of connections as a person would, and answers with the
 * milliseconds from each event until the list shows the answer and is painted.
 *
 * @param {string[]} words each finds some of the connections, not all
 * @returns {Promise<{ filter: number[], sort: number[], group: number[] }>}
 */
export async function measureInPage(words) {
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const afterPaint = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
  const grid = () => document.querySelector('[role="grid"], [role="treegrid"]');
  const input = document.querySelector('input[type="search"]');

  async function time(act, shown) {
    await pause(250);
    const before = shown();
    const began = performance.now();
    act();
    do {
      await frame();
      if (performance.now() - began > 5_000) throw new Error(`The list still shows ${before}.`);
    } while (shown() === before);
    await afterPaint();
    return performance.now() - began;
  }

  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  const type = (text) => () => {
    write.call(input, text);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const rowCount = () => grid()?.getAttribute("aria-rowcount");

  const filter = [];
  for (const word of words) {
    filter.push(await time(type(word), rowCount));
    filter.push(await time(type(""), rowCount));
  }

  const sort = [];
  const order = () =>
    [...document.querySelectorAll('[role="columnheader"]')].map((head) => head.ariaSort ?? "-").join();
  for (const head of document.querySelectorAll('[role="columnheader"] button')) {
    sort.push(await time(() => head.click(), order));
    sort.push(await time(() => head.click(), order));
  }

  const group = [];
  const item = (name) =>
    [...document.querySelectorAll('[role="menuitemradio"]')].find((one) => one.textContent.includes(name));
  for (const name of ["By destination", "By service", "By health", "No groups"]) {
    document.querySelector('button[title="Group rows"]').click();
    while (!item(name)) await pause(50);
    await pause(300);
    group.push(await time(() => item(name).click(), rowCount));
  }
  return { filter, sort, group };
}

/**
 * Runs in the browser: writes texts into the search of the catalogue, each from nothing, and answers with the
 * milliseconds from each event until the list shows its answer and is painted.
 *
 * @param {string[]} texts
 * @returns {Promise<number[]>}
 */
export async function timeTypes(texts) {
  const input = document.querySelector('[role="combobox"]');
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const afterPaint = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
  const size = () => document.querySelector('[role="option"]')?.getAttribute("aria-setsize");
  const times = [];
  for (const text of texts.flatMap((one) => [one, ""])) {
    await new Promise((done) => setTimeout(done, 300));
    const before = size();
    const began = performance.now();
    write.call(input, text);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    do {
      await frame();
      if (performance.now() - began > 5_000) throw new Error(`The list still shows ${before} types.`);
    } while (size() === before);
    await afterPaint();
    times.push(performance.now() - began);
  }
  return times;
}
