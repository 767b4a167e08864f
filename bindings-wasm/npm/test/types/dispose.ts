/** A standard gives its memory back where the block ends. */

import { Standard } from "palermo";

{
  using standard = Standard.see2002();
  standard.evaluate({ facts: { immediate_danger: true } });
}
