/** The few assertions that the tests need, in Node and in a page alike. */

/** Fails with a message where something is not so. */
export function check(holds, message) {
  if (!holds) {
    throw new Error(message);
  }
}

/** Compares two values by the JSON of them. */
export function same(actual, expected, message) {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  check(is === should, `${message}: it is ${is}, and should be ${should}`);
}

/** What a call throws; fails where it throws nothing. */
export function thrown(call, message) {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error(`${message}: nothing was thrown`);
}
