import type { VaultApi } from '../../../../src/core/contract/vault-api.ts';
import type { VaultEvent } from '../../../../src/core/contract/events.ts';
import { DEVICE_PARTS } from '../../../../src/core/domain/diagnosis/device-parts.ts';
import { copyArguments } from './copy-arguments.ts';
import { importArguments } from './import-arguments.ts';
import { lifeArguments } from './life-arguments.ts';
import { logArguments } from './log-arguments.ts';
import { numberArguments } from './number-arguments.ts';
import { personArguments } from './person-arguments.ts';
import { sessionArguments } from './session-arguments.ts';
import type { ArgumentShapes } from './shape.ts';
import { instance, noArguments, oneArgument, oneOf } from './shape.ts';

const isListener = (value: unknown): value is (event: VaultEvent) => void => typeof value === 'function';

/** Every method that can be called across the border, with the shape of its arguments. A method of the contract that is missing does not compile. */
export const vaultArguments: ArgumentShapes<VaultApi> = {
  ...sessionArguments,
  ...personArguments,
  ...numberArguments,
  ...lifeArguments,
  ...logArguments,
  ...copyArguments,
  ...importArguments,
  listIncidents: noArguments,
  tryPart: oneArgument(oneOf(DEVICE_PARTS)),
  subscribe: oneArgument(instance(isListener)),
};
