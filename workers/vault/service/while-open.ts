import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';

/** Runs a use case on what is open when it is called: the vault, or the whole session. Errors: Locked, and the use case's. */
export const whileOpen =
  <Open>(holder: { readonly current: () => Result<Open, VaultError> }) =>
  async <T>(run: (open: Open) => Promise<Result<T, VaultError>>): Promise<Result<T, VaultError>> => {
    const open = holder.current();
    return open.ok ? run(open.value) : open;
  };
