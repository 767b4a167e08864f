/** What the pages do: decide by the embedded standard, by one that is loaded, and in a worker. The answers are JSON text. */

import { type See2002Record, Standard, type WasmSource, init, initLoader } from "palermo";

/** Where a page finds the WebAssembly, if its bundler does not find it by itself. */
export interface Places {
  palermo: WasmSource;
  loader: WasmSource;
}

/** Gives the test what it asks of a page. */
export function offer(startWorker: () => Worker, places?: Places): void {
  const page = {
    async embedded(records: See2002Record[]): Promise<string[]> {
      await init(places?.palermo);
      return decide(Standard.see2002(), records);
    },
    async loaded(records: See2002Record[], ruleSet: string): Promise<string[]> {
      await initLoader(places?.loader);
      return decide(Standard.fromJson(ruleSet), records);
    },
    inWorker(records: See2002Record[]): Promise<string[]> {
      return new Promise((resolve, reject) => {
        const worker = startWorker();
        worker.onmessage = ({ data }: MessageEvent<string[]>) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(`the worker failed: ${message}`));
        worker.postMessage(records);
      });
    },
  };
  Object.assign(globalThis, { page });
}

/** Answers in a worker what the page there is sent. */
export function answer(palermo?: WasmSource): void {
  globalThis.onmessage = ({ data }: MessageEvent<See2002Record[]>) => {
    // What fails later than the call itself has to be told, or the page would wait for ever.
    init(palermo).then(() => globalThis.postMessage(decide(Standard.see2002(), data))).catch(reportError);
  };
}

function decide(standard: Standard, records: See2002Record[]): string[] {
  return records.map((record) => JSON.stringify(standard.evaluate(record)));
}
