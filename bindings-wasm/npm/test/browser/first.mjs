/** Measures from nothing to the first decision. */

async function first() {
  const start = performance.now();
  const { Standard, init } = await import("../node_modules/palermo/web/index.js");
  await init();
  Standard.see2002().evaluate({ facts: { age_years: 16, ind_afraid_of_controller: true } });
  return performance.now() - start;
}

globalThis.first = first;
