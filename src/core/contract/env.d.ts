// Files cross the border by handle. Named here so that this room needs no platform library;
// pages and workers see the real ones.
interface Blob {
  readonly size: number;
  readonly type: string;
}
interface File extends Blob {
  readonly name: string;
}
