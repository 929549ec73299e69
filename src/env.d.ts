declare module '*.css';

interface ImportMeta {
  /** Written in by the build; false under the development server. */
  readonly env: { readonly PROD: boolean };
}
