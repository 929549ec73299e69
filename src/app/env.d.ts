// Vite gives the address of a worker's own chunk; src/ never sees a worker's types.
declare module '*?worker&url' {
  const url: string;
  export default url;
}

/** First 12 hex digits of the hash over all sources: same sources, same build. */
declare const __BUILD__: string;
