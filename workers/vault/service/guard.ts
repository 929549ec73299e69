import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { VaultApi } from '../../../src/core/contract/vault-api.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err } from '../../../src/core/domain/result.ts';
import type { DamageRecord } from './damage-record.ts';
import type { IncidentLog } from './border/incidents.ts';
import type { ArgumentShapes, Shape } from './border/shape.ts';
import { isMisshapen } from './border/shape.ts';

type Method = (...given: readonly unknown[]) => Promise<Result<unknown, VaultError>>;

/**
 * The outermost wrapper of the vault's services. Every method of `shapes` and no other can be called; its arguments are read
 * anew by their shape (what crosses is typed on the page and unknown here); an unexpected throw becomes `Unexpected` with an
 * incident id, so that the page never waits for an answer and never sees an error's text. Damage that a call met is an entry before the
 * caller hears of it.
 */
export const guardApi = (api: VaultApi, shapes: ArgumentShapes<VaultApi>, incidents: IncidentLog, damage: DamageRecord): VaultApi => {
  const methods = new Map<string, Method>(Object.entries(api) as [string, Method][]);

  const guardMethod =
    (name: string, shape: Shape<readonly unknown[]>): Method =>
    async (...given) => {
      try {
        const method = methods.get(name);
        if (method === undefined) throw new TypeError('no such method');
        const during = damage.begin(name);
        const answer = await method(...shape(given, ''));
        if (!answer.ok) await during(answer.error);
        return answer;
      } catch (cause) {
        if (isMisshapen(cause)) return err({ type: 'InvalidInput', fields: [{ field: cause.misshapen, problem: 'Shape' }] });
        return err({ type: 'Unexpected', incidentId: incidents.remember(name, cause) });
      }
    };

  const guarded = Object.entries<Shape<readonly unknown[]>>(shapes).map(([name, shape]) => [name, guardMethod(name, shape)]);
  // Without a prototype and frozen: nothing inherited can be reached by a path, nothing can be replaced.
  return Object.freeze(Object.assign(Object.create(null), Object.fromEntries(guarded))) as VaultApi;
};

/** The methods that may be called at all. */
export const methodNames = (shapes: ArgumentShapes<VaultApi>): ReadonlySet<string> => new Set(Object.keys(shapes));

