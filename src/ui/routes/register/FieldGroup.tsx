import type { ComponentChildren } from 'preact';

/** Fields that belong together, under one word. */
export const FieldGroup = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <fieldset class="field-group">
    <legend class="field-group__title">{title}</legend>
    <div class="field-group__fields">{children}</div>
  </fieldset>
);
