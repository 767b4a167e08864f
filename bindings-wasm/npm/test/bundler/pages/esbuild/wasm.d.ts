/** What esbuild makes of a `.wasm`: its place. */

declare module "*.wasm" {
  const place: string;
  export default place;
}
