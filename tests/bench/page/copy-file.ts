/** Writes a file to the disk and gives it back as the browser reads it: what saving and choosing a copy comes to. */
export const writeToDisk = async (name: string, content: Blob): Promise<File> => {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle(name, { create: true });
  const writable = await handle.createWritable();
  await writable.write(content);
  await writable.close();
  return handle.getFile();
};

/** Whether or not it is there: a profile runs our arm alone. */
export const removeFromDisk = async (name: string): Promise<void> => {
  const folder = await navigator.storage.getDirectory();
  await folder.getFileHandle(name, { create: true });
  await folder.removeEntry(name);
};
