/**
 * Runs in the browser: waits until an open history shows more than so many items and is painted.
 *
 * @param {number} items
 * @returns {Promise<number>} epoch milliseconds
 */
export async function timeItems(items) {
  const until = Date.now() + 20_000;
  while (document.querySelectorAll("ol li").length <= items) {
    if (Date.now() > until) throw new Error(`The history still shows ${items} items.`);
    await new Promise((done) => requestAnimationFrame(done));
  }
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(Date.now());
    port2.postMessage(null);
  });
}
