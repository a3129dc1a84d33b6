/** Says whether the server takes players, and shows the demos where they are deployed. */
const readiness = /** @type {HTMLElement} */ (document.getElementById('readiness'));
const demo = /** @type {HTMLElement} */ (document.getElementById('demo'));

const [ready, demos] = await Promise.all([answers('shaddock/ready'), answers('demo/')]);
readiness.dataset.ready = String(ready);
readiness.textContent = ready
  ? 'The server is ready. Clients connect here by WebSocket.'
  : 'The server is not ready yet. Load this page again in a moment.';
demo.hidden = !demos;

/**
 * @param {string} path
 * @returns {Promise<boolean>}
 */
async function answers(path) {
  try {
    return (await fetch(path, { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
