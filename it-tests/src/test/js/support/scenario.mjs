/** Runs one scenario against the server that SHADDOCK_URL names and says in one line how it ended. */
const DEADLINE_MILLIS = 120_000;
/** A single step gets this part of the time. */
const STEPS_OF_DEADLINE = 6;
const LAST_LOOK_MILLIS = 10_000;

let lookAgain = async () => {};

/** Has something done before a scenario that fails ends, such as taking a picture of what there is. */
export function onFailure(action) {
  lookAgain = action;
}

/**
 * Exit code 0: every step passed. 1: a step failed, or the deadline passed. 2: SHADDOCK_URL is missing or no URL.
 *
 * @param {string} name
 * @param {(context: { url: URL, step: (name: string, check: () => unknown) => Promise<any> }) => Promise<void>} scenario
 * @param {number} [deadlineMillis]
 */
export async function run(name, scenario, deadlineMillis = DEADLINE_MILLIS) {
  const url = serverUrl();
  const passed = [];
  let current = 'start';
  const finish = (exitCode, line) => {
    console.log(line);
    process.exit(exitCode);
  };
  const fail = async (error) => {
    await within(LAST_LOOK_MILLIS, lookAgain()).catch(() => {});
    const detail = process.env.SHADDOCK_DEBUG ? (error.stack ?? error) : String(error.message ?? error).split('\n')[0];
    finish(1, `FAILED ${name}: ${current}: ${detail} (passed before: ${passed.join(', ') || 'nothing'})`);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  setTimeout(() => fail(new Error(`not done in ${deadlineMillis} ms`)), deadlineMillis);
  const startedAt = performance.now();
  const step = async (stepName, check) => {
    current = stepName;
    const result = await within(deadlineMillis / STEPS_OF_DEADLINE, check());
    passed.push(stepName);
    return result;
  };
  await scenario({ url, step });
  finish(0, `ok ${name}: ${passed.join(', ')} (${Math.round(performance.now() - startedAt)} ms)`);
}

function serverUrl() {
  try {
    return new URL(process.env.SHADDOCK_URL ?? '');
  } catch {
    console.log('SHADDOCK_URL must name the running server, as in http://127.0.0.1:8080');
    process.exit(2);
  }
}

/**
 * @template T
 * @param {number} millis
 * @param {T | Promise<T>} promise
 * @returns {Promise<T>}
 */
export async function within(millis, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing happened for ${millis} ms`)), millis);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
