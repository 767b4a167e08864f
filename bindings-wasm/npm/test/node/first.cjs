/** Prints the milliseconds from nothing to the first decision, by `require`. */

const start = performance.now();
const { Standard } = require("palermo");
Standard.see2002().evaluate({ facts: { age_years: 16, ind_afraid_of_controller: true } });
console.log(performance.now() - start);
