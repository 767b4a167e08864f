/** Prints the milliseconds from nothing to the first decision, by `import`. */

const start = performance.now();
const { Standard } = await import("palermo");
Standard.see2002().evaluate({ facts: { age_years: 16, ind_afraid_of_controller: true } });
console.log(performance.now() - start);
