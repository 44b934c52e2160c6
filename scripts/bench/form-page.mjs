/** Run in the browser, on a page of `forms.bench.mjs`. Each is self-contained, since it travels as text. */

/** Milliseconds from a type's metadata until its form takes input and is painted. */
export async function timeForm(type) {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const painted = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
  const began = performance.now();
  window.form.mount(type);
  do {
    await frame();
    if (performance.now() - began > 30_000) throw new Error("There is no form after 30 s.");
  } while (!document.querySelector("#form input"));
  await painted();
  return performance.now() - began;
}

/**
 * Types into every text field, a key at a time at the beginning of a frame; milliseconds from each key until the frame
 * that shows it is painted, and how many fields there are.
 */
export async function timeKeys(keys) {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const painted = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  await new Promise((done) => setTimeout(done, 300));
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  const inputs = [...document.querySelectorAll("#form input")].filter(
    (input) => ["text", "password"].includes(input.type) && input.offsetParent !== null,
  );
  if (inputs.length < 5) throw new Error(`Only ${inputs.length} fields to type into.`);
  const times = [];
  for (let at = 0; at < keys; at++) {
    const input = inputs[Math.floor(at / 3) % inputs.length];
    if (!input.isConnected) throw new Error("A field went away while one typed into it.");
    if (document.activeElement !== input) {
      input.focus();
      await new Promise((done) => setTimeout(done, 50));
    }
    await new Promise((done) => setTimeout(done, 40));
    await frame();
    const began = performance.now();
    write.call(input, `${input.value}7`);
    input.dispatchEvent(new InputEvent("input", { bubbles: true, data: "7", inputType: "insertText" }));
    await painted();
    times.push(performance.now() - began);
    if (!input.value.endsWith("7")) throw new Error("A field did not take the key.");
  }
  return { times, fields: document.querySelectorAll("#form label, #form legend").length };
}
