/** Sole proprietor, sole proprietor dealing in real estate (who must file rent reports), company. */
export const ENTITY_TYPES = ['sole', 'realtor', 'company'] as const;

export type EntityType = (typeof ENTITY_TYPES)[number];

export const isEntityType = (value: unknown): value is EntityType => ENTITY_TYPES.some((type) => type === value);

/** What decides which purposes a business may have. */
export interface Business {
  readonly entityType: EntityType;
  /** Pays salaries, and so withholds tax. */
  readonly paysSalary: boolean;
}
