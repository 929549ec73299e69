import type { ComponentChildren } from 'preact';
import { hrefTo } from '../../app/router/routes.ts';
import { savedWords } from '../../i18n/screens/saved.ts';
import { useHome } from '../use-home.ts';
import { useWordsWith } from '../words-context.ts';
import { LinkButton } from './Button.tsx';
import { Notice } from './Notice.tsx';

/**
 * After a saving: what was done, unless the title of the screen says it, and, until a copy has been read back, that it lies on this device alone. `act`: what one goes on with.
 * `copyIsNext`: nothing else is left to do on this screen.
 */
export const SavedNotice = (props: { readonly what?: string | undefined; readonly act?: ComponentChildren | undefined; readonly copyIsNext?: boolean }) => {
  const { what, act } = props;
  const words = useWordsWith(savedWords);
  const { hasCopy } = useHome();
  const { saved } = words.home;
  if (hasCopy.value !== false) return what === undefined ? null : <Notice tone="ok" live title={what} actions={act} />;
  return (
    <Notice
      tone="ok"
      live
      title={what}
      actions={
        <>
          {act}
          <LinkButton look={props.copyIsNext === true ? 'primary' : 'second'} href={hrefTo('copies')}>{saved.copyDo}</LinkButton>
        </>
      }
    >
      {saved.withoutCopy}
    </Notice>
  );
};
