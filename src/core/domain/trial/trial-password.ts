/**
 * Of every sample business, and no secret: the unlock screen fills it in. It passes the rules all the same, so that a
 * sample vault is made by the same code as a real one.
 */
export const TRIAL_PASSWORD = 'mihon-no-kaisha-de-jiyuu-ni-tamesu';
