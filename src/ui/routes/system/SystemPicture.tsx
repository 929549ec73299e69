import type { SystemText } from '../../../i18n/ja/system.ts';
import type { IconName } from '../../components/Icon.tsx';
import { Icon } from '../../components/Icon.tsx';

/** Boxes of HTML rather than a drawing: its words grow with the text size, wrap, and print. */
export const SystemPicture = ({ text }: { readonly text: SystemText['picture'] }) => (
  <figure class="system-picture">
    <figcaption>{text.title}</figcaption>
    <p class="visually-hidden">{text.alt}</p>
    <div class="system-picture__plan" aria-hidden="true">
      <div class="system-picture__outside">
        <Box icon="share" name={text.host} />
        <p class="system-picture__way system-picture__way--in">
          <Icon name="next" />
          {text.hostWhy}
        </p>
        <p class="system-picture__way system-picture__way--none">
          <Icon name="cross" />
          {text.none}
        </p>
      </div>
      <div class="system-picture__device">
        <p class="system-picture__name">
          <Icon name="device" />
          {text.device}
        </p>
        <div class="system-picture__boxes">
          <Box icon="eye" name={text.page} why={text.pageWhy} />
          <Box icon="key" name={text.keys} why={text.keysWhy} />
          <Box icon="lock" name={text.database} why={text.databaseWhy} />
          <Box icon="lock" name={text.keyring} why={text.keyringWhy} />
        </div>
      </div>
      <div class="system-picture__outside">
        <p class="system-picture__way">
          <Icon name="people" />
          {text.byHand}
        </p>
        <Box icon="copy" name={text.copy} why={text.copyWhy} />
        <Box icon="file" name={text.paper} why={text.paperWhy} />
      </div>
    </div>
  </figure>
);

const Box = (props: { readonly icon: IconName; readonly name: string; readonly why?: string }) => (
  <div class="system-picture__box">
    <Icon name={props.icon} />
    <strong>{props.name}</strong>
    {props.why === undefined ? null : <span>{props.why}</span>}
  </div>
);
