import { VERSIONS } from '../i18n/versions.ts';

/** First 12 hex digits of the hash over all sources, put in by the build. */
export const BUILD: string = __BUILD__;

/** What users call it; the build's name says which one exactly. */
export const VERSION: string = VERSIONS[0].version;
