/** First 12 hex digits of the hash over all sources: same sources, same build. */
declare const __BUILD__: string;
