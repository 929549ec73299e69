/** First 12 hex digits of the hash over all sources, put in by the build. */
export const BUILD: string = __BUILD__;
