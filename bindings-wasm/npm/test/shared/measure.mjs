/** Measures calls; a time is never asserted. */

const ROUNDS = 9;

/** Microseconds for a call that does nothing, from and to text, and from and to objects: medians over the records. */
export function microseconds(standard, texts) {
  const records = texts.map((text) => JSON.parse(text));
  return {
    empty_call: each(() => standard.fact("")),
    json_text: median(texts.map((text) => each(() => standard.evaluateJson(text)))),
    plain_data: median(records.map((record) => each(() => standard.evaluate(record)))),
  };
}

/** The median of some numbers. */
export function median(numbers) {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
}

/** Microseconds for a call: the median of some rounds of about 20 milliseconds each. */
function each(call) {
  const run = (times) => {
    const start = performance.now();
    for (let count = 0; count < times; count++) {
      call();
    }
    return (performance.now() - start) * 1000;
  };
  run(2000);
  // The clock of a page may not move at all during a trial of calls that do nothing.
  const times = Math.min(1_000_000, Math.max(100, Math.round((20_000 / run(500)) * 500)));
  return median(Array.from({ length: ROUNDS }, () => run(times) / times));
}

/**
 * Bytes that something grows by for each evaluation: the median over every pair of samples, which single samples do not
 * disturb.
 */
export async function bytesPerEvaluation(standard, texts, bytes, evaluations = 50_000) {
  const records = texts.map((text) => JSON.parse(text));
  const run = (times) => {
    for (let count = 0; count < times; count++) {
      standard.evaluate(records[count % records.length]);
      standard.evaluateJson(texts[count % texts.length]);
    }
  };
  const SAMPLES = 10;
  run(evaluations / 4);
  const samples = [await bytes()];
  for (let count = 0; count < SAMPLES; count++) {
    run(evaluations / SAMPLES / 2);
    samples.push(await bytes());
  }
  const slopes = samples.flatMap((from, i) => samples.slice(i + 1).map((to, j) => (to - from) / ((j + 1) * (evaluations / SAMPLES))));
  return median(slopes);
}
