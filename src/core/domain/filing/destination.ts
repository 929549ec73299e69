/** To whom something goes. The words stand in entries for ever. */
export const DESTINATIONS = [
  'tax-office',
  'municipality',
  'employment-office',
  'pension-office',
  'health-insurer',
  'accountant',
  'person',
] as const;

export type Destination = (typeof DESTINATIONS)[number];
