/** How a file left the page, and whether what was written can be read back. */
export type SavedFile =
  /** Written where the user chose; `file` is what stands there now. */
  | { readonly how: 'written'; readonly file: File }
  /** Handed to the browser as a download: to be confirmed, the user chooses the saved file. */
  | { readonly how: 'downloaded' }
  | { readonly how: 'cancelled' }
  | { readonly how: 'failed'; readonly reason: string };

/** The part of File System Access that is used; the DOM's typings do not have it. */
interface WritableFile {
  readonly createWritable: () => Promise<{ readonly write: (data: Blob) => Promise<void>; readonly close: () => Promise<void> }>;
  readonly getFile: () => Promise<File>;
}
type SavePicker = (options: { readonly suggestedName: string }) => Promise<WritableFile>;

const savePickerOf = (page: Window): SavePicker | null => {
  if (!('showSaveFilePicker' in page) || typeof page.showSaveFilePicker !== 'function') return null;
  const picker = page.showSaveFilePicker as SavePicker;
  return (options) => picker.call(page, options);
};

const nameOf = (cause: unknown): string => (cause instanceof Error ? cause.name : 'Error');

const writeWith = async (picker: SavePicker, blob: Blob, fileName: string): Promise<SavedFile> => {
  try {
    const handle = await picker({ suggestedName: fileName });
    // The browser writes beside the file and renames at close, so a crash leaves the old file or none.
    const writable = await handle.createWritable();
    await writable.write(blob);
    await writable.close();
    return { how: 'written', file: await handle.getFile() };
  } catch (cause) {
    return nameOf(cause) === 'AbortError' ? { how: 'cancelled' } : { how: 'failed', reason: nameOf(cause) };
  }
};

/** A download runs on after the click; the address is kept for it for a while. */
const KEEP_MS = 60_000;

const download = (page: Window, blob: Blob, fileName: string): SavedFile => {
  const address = URL.createObjectURL(blob);
  const link = page.document.createElement('a');
  link.href = address;
  link.download = fileName;
  page.document.body.append(link);
  link.click();
  link.remove();
  page.setTimeout(() => URL.revokeObjectURL(address), KEEP_MS);
  return { how: 'downloaded' };
};

/** Must be called within a gesture of the user. File names carry no name of a person. */
export const saveFile = (page: Window, blob: Blob, fileName: string): Promise<SavedFile> => {
  const picker = savePickerOf(page);
  return picker === null ? Promise.resolve(download(page, blob, fileName)) : writeWith(picker, blob, fileName);
};

/** What models are given of it. */
export interface FileSaver {
  readonly save: (blob: Blob, fileName: string) => Promise<SavedFile>;
  /** The browser asks where to put a file; else it goes among the downloads. */
  readonly asksPlace: () => boolean;
  /** Whether the last touch still counts: after some seconds of work a browser opens no dialog without a new one. */
  readonly mayAsk: () => boolean;
}

export const createFileSaver = (page: Window): FileSaver => ({
  save: (blob, fileName) => saveFile(page, blob, fileName),
  asksPlace: () => savePickerOf(page) !== null,
  mayAsk: () => !('userActivation' in page.navigator) || page.navigator.userActivation.isActive,
});
