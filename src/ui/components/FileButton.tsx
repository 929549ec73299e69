import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { ButtonLook } from './Button.tsx';
import { Button } from './Button.tsx';
import type { IconName } from './Icon.tsx';

/** A button that opens the browser's file chooser. The same file may be chosen twice in a row. */
export const FileButton = (props: {
  readonly onFiles: (files: readonly File[]) => void;
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
  readonly look?: ButtonLook | undefined;
  readonly icon?: IconName | undefined;
  readonly busy?: boolean | undefined;
  readonly label?: string | undefined;
  readonly children: ComponentChildren;
}) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={props.accept}
        multiple={props.multiple}
        autocomplete="off"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) props.onFiles(files);
        }}
      />
      <Button look={props.look} icon={props.icon} busy={props.busy} label={props.label} onClick={() => input.current?.click()}>
        {props.children}
      </Button>
    </>
  );
};
