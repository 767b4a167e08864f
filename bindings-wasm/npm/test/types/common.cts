/** CommonJS with types. */

import palermo = require("palermo");

const decision: palermo.Decision = palermo.Standard.see2002().evaluate({ facts: { age_years: 16 } });
// @ts-expect-error a fact that is misspelt
palermo.Standard.see2002().evaluate({ facts: { age_yaers: 16 } });
void decision;
