import { ja } from '../../../src/i18n/ja.ts';
import type { PersonKind } from '../../../src/core/domain/person/person-kind.ts';
import type { User } from './user.ts';
import { begins, field } from './user.ts';

const optional = ja.shell.optional;

export interface NewPerson {
  readonly kind: PersonKind;
  readonly name: string;
  readonly kana?: string;
  readonly code?: string;
  readonly birthDate?: string;
}

/** Screens that the navigation leads to. */
export type ScreenOfRail = 'home' | 'persons' | 'records' | 'copies' | 'settings';

/** Name of a link of the navigation; the one home also says how much waits there. */
export const inRail = (screen: ScreenOfRail): RegExp => new RegExp(`^${ja.titles[screen]}(\\s*[\\d,]+件)?$`);

/** By the navigation. */
export const goTo = (user: User, screen: ScreenOfRail): Promise<void> => user.press('link', inRail(screen));

/** On the screen 登録: fills the form and saves. Ends at the person, where the number is asked for. */
export const fillPerson = async (user: User, person: NewPerson): Promise<void> => {
  await user.press('button', begins(ja.persons.kinds[person.kind], ja.register.hints[person.kind]));
  if (person.kind === 'payee') await user.choose(begins(ja.register.individual));
  await user.type(field(ja.register.name, optional), person.name);
  if (person.kana !== undefined) await user.type(field(ja.register.kana, optional), person.kana);
  if (person.code !== undefined && person.kind === 'employee')
    await user.type(field(ja.register.code.employee, optional), person.code);
  if (person.birthDate !== undefined) await user.type(field(ja.register.birthDate, optional), person.birthDate);
  await user.press('button', ja.register.save);
  await user.sees(ja.persons.person.arrived.registered);
};

/** From the list: narrows it to one and opens it. */
export const openPerson = async (user: User, name: string): Promise<void> => {
  await goTo(user, 'persons');
  await user.type(ja.persons.searchHint, name);
  // Until then rows still move away from under the pointer.
  await user.sees(/人のうち/);
  await user.press('link', begins(name));
  await user.sees(ja.persons.person.details);
};

/** At a person: takes the registration back, with the word that says it is meant. Ends on the list. */
export const cancelPerson = async (user: User): Promise<void> => {
  await user.press('button', ja.persons.cancel.open);
  await user.type(ja.persons.cancel.typed, ja.persons.cancel.accepted[0] ?? '');
  await user.press('button', ja.persons.cancel.do);
  await user.sees(ja.persons.cancelled(1));
};
