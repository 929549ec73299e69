import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { OpenVault } from '../app/models/open-vault.ts';

export const VaultContext = createContext<OpenVault | null>(null);

/** The unlocked vault; only in screens whose route is `open`. */
export const useVault = (): OpenVault => {
  const vault = useContext(VaultContext);
  if (vault === null) throw new Error('this screen needs an unlocked vault');
  return vault;
};

/** The unlocked vault in screens that stand on both sides of the lock; null before it. */
export const useVaultIfOpen = (): OpenVault | null => useContext(VaultContext);

/** A hook that gives a model of the open vault; `of` gives the same model outside of its screens. */
export type VaultModelHook<Model> = (() => Model) & { readonly of: (vault: OpenVault) => Model };

/**
 * Makes a hook of a model's factory: one model per unlocked vault, made at first use and dropped with the vault, so
 * that a list comes back as it was left. `export const usePersonsModel = vaultModel(createPersonsModel);`
 */
export const vaultModel = <Model>(create: (vault: OpenVault) => Model): VaultModelHook<Model> => {
  const made = new WeakMap<OpenVault, { readonly model: Model }>();
  const of = (vault: OpenVault): Model => {
    const before = made.get(vault);
    if (before !== undefined) return before.model;
    const model = create(vault);
    made.set(vault, { model });
    return model;
  };
  return Object.assign(() => of(useVault()), { of });
};
