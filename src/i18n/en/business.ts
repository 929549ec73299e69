import type { EntityType } from '../../core/domain/person/entity-type.ts';
import type { Messages } from '../messages.ts';

const types: Record<EntityType, string> = {
  sole: 'Sole proprietor',
  realtor: 'Sole proprietor in real estate',
  company: 'Company',
};
const typeHints: Record<EntityType, string> = {
  sole: 'Shop, farm, freelancer',
  realtor: 'Files payment records for real estate',
  company: 'Any incorporated body',
};

export const business = {
  label: 'Name of the vault',
  labelHint: 'The name of the shop or company. It shows before unlocking; use a neutral one if you like.',
  type: 'Kind of business',
  types,
  typeHints,
  paysSalary: 'Do you pay anyone a salary?',
  paysSalaryHint: 'Yes if there is even one employee, family employee or part-timer.',
  yes: 'Yes',
  no: 'No',
} satisfies Messages['business'];
