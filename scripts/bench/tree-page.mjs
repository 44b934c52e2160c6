/**
 * Run in the browser, on a page of `tree-pages.mjs` or on the schema editor itself. Each is self-contained, since it
 * travels as text.
 */

/** Milliseconds from a call of `window.tree` until its element shows `text` and is painted. */
export async function timeTree([act, text]) {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const painted = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
  const shown = () => document.getElementById("tree").textContent.includes(text);
  const began = performance.now();
  window.tree[act]();
  do {
    await frame();
    if (performance.now() - began > 60_000) throw new Error(`${act}: ${text} is not there after 60 s.`);
  } while (!shown());
  await painted();
  return performance.now() - began;
}

/** Presses switches in sight one after another; milliseconds from each press until it is painted, and of a frame. */
export async function timeToggles(count) {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const painted = async () => {
    await frame();
    await new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
  };
  const frames = [];
  let last = await frame();
  for (let at = 0; at < 60; at++) {
    const now = await frame();
    frames.push(now - last);
    last = now;
  }
  const box = document.querySelector('[role="treegrid"]');
  const switches = [...box.querySelectorAll('input[role="switch"]:not(:disabled)')].filter((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return top > box.getBoundingClientRect().top + 30 && bottom < box.getBoundingClientRect().bottom;
  });
  if (switches.length < 5) throw new Error("There are no switches in sight.");
  const times = [];
  for (let at = 0; at < count; at++) {
    const one = switches[at % switches.length];
    const before = one.checked;
    await new Promise((done) => setTimeout(done, 30 + (at % 7) * 3));
    const began = performance.now();
    one.click();
    await painted();
    times.push(performance.now() - began);
    if (one.checked === before || !one.isConnected) throw new Error("A switch did not take the press.");
  }
  return { times, frame: frames.sort((a, b) => a - b)[30] };
}

/**
 * Scrolls like a wheel that turns, frame by frame; milliseconds of each frame, and in how many of them no row stood at
 * an edge of the box.
 */
export async function timeScroll([count, pixels]) {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const box = document.querySelector('[role="treegrid"]');
  const rows = box.querySelectorAll('[role="rowgroup"]')[1];
  const idle = [];
  let last = await frame();
  for (let at = 0; at < 60; at++) {
    const now = await frame();
    idle.push(now - last);
    last = now;
  }
  const view = box.clientHeight - 30;
  const times = [];
  let gaps = 0;
  for (let at = 0; at < count; at++) {
    box.scrollTop += pixels;
    const now = await frame();
    times.push(now - last);
    last = now;
    // By what the rows say of themselves: to ask the browser would lay the page out once more in each frame.
    const tops = [...rows.children].map((row) =>
      Number(/translateY\((-?[\d.]+)px\)/.exec(row.style.transform)?.[1]),
    );
    const top = box.scrollTop;
    if (Math.min(...tops) > top || Math.max(...tops) + 28 < Math.min(top + view, rows.offsetHeight)) gaps++;
  }
  return { times, gaps, frame: idle.sort((a, b) => a - b)[30] };
}

/**
 * Types each text into the search box of the schema editor; milliseconds until the first screen of matches is painted
 * and until the count of matches says its last word.
 */
export async function timeTyping(texts) {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const painted = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
  const input = document.querySelector("search input");
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  const type = (text) => {
    write.call(input, text);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const rows = () => {
    const grid = document.querySelector('[role="treegrid"]');
    if (!grid) return "none";
    const first = [...grid.querySelectorAll("[data-name]")].slice(0, 25);
    return `${grid.getAttribute("aria-rowcount")} ${first.map((name) => name.textContent).join()}`;
  };
  const count = () => document.querySelector("search").textContent;
  const rest = (ms) => new Promise((done) => setTimeout(done, ms));

  async function time(text) {
    const before = { rows: rows(), count: count() };
    const began = performance.now();
    let first = 0;
    let last = 0;
    type(text);
    while (performance.now() - began < 2_500) {
      await frame();
      await painted();
      const now = performance.now() - began;
      if (first === 0 && rows() !== before.rows) first = now;
      if (count() !== before.count) {
        before.count = count();
        last = now;
      }
      if (first > 0 && last > 0 && now > last + 400 && now > first + 400) break;
    }
    if (first === 0 || last === 0) throw new Error(`Nothing was found for ${text}.`);
    return { first, last };
  }

  input.focus();
  await rest(1_000);
  const times = [];
  for (const text of texts) {
    times.push({ text, ...(await time(text)) });
    await rest(100);
    type("");
    await rest(600);
  }
  return times;
}
