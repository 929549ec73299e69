import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { FileButton } from './FileButton.tsx';
import { Icon } from './Icon.tsx';
import './file-drop.css';

const filesOf = (event: DragEvent): readonly File[] => [...(event.dataTransfer?.files ?? [])];

/**
 * A place for files: a button, and a field to drop them on. While it stands there, a file dropped beside it does
 * nothing: left alone, the browser would open it and leave the app.
 */
export const FileDrop = (props: {
  readonly button: string;
  readonly hint: string;
  readonly accept: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children?: ComponentChildren | undefined;
}) => {
  const over = useSignal(false);
  useEffect(() => {
    const refuse = (event: DragEvent): void => event.preventDefault();
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
  return (
    <div
      class="file-drop"
      data-over={over.value}
      onDragEnter={() => (over.value = true)}
      onDragOver={() => (over.value = true)}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) over.value = false;
      }}
      onDrop={(event) => {
        over.value = false;
        const files = filesOf(event);
        if (files.length > 0) props.onFiles(files);
      }}
    >
      <span class="file-drop__icon">
        <Icon name="upload" />
      </span>
      {props.children}
      <FileButton look="primary" icon="file" multiple accept={props.accept} onFiles={props.onFiles}>
        {props.button}
      </FileButton>
      <p class="file-drop__hint">{props.hint}</p>
    </div>
  );
};
