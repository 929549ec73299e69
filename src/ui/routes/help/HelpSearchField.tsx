import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Icon } from '../../components/Icon.tsx';
import '../../components/field.css';

export const HelpSearchField = (props: { readonly label: string; readonly hint: string; readonly text: Signal<string> }) => {
  const id = useId();
  return (
    <div class="help-search" role="search">
      <label for={id}>{props.label}</label>
      <div class="help-search__box">
        <Icon name="search" />
        <input
          id={id}
          class="field__input"
          type="text"
          inputMode="search"
          enterkeyhint="search"
          value={props.text.value}
          placeholder={props.hint}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          onInput={(event) => (props.text.value = event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.isComposing) props.text.value = '';
          }}
        />
      </div>
    </div>
  );
};
