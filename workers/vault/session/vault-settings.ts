import type { EntityType } from '../../../src/core/domain/person/entity-type.ts';

/** Content of the page ['own', 'setting', 0]: what belongs to the vault and not to this device. */
export interface VaultSettings {
  readonly label: string;
  readonly entityType: EntityType;
  readonly paysSalary: boolean;
  /** Minutes without a touch until the page locks by itself. */
  readonly idleMinutes: number;
  /** UTC ms; null until three groups of the recovery code were asked back. */
  readonly rehearsedAt: number | null;
  /** UTC ms of the recovery code in use. */
  readonly kitMadeAt: number | null;
}
