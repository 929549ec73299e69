import { expose } from 'comlink';
import type { VerifyApi } from '../../src/core/contract/verify-api.ts';
import { filterEndpoint } from '../line/filtered-endpoint.ts';
import { createVerifyEd25519 } from './ed25519.ts';
import { createSha256 } from './sha256.ts';
import { createVerifyService } from './verify-service.ts';

// Composition root: file -> typed report. Holds no keys and opens no database.
const sha256 = await createSha256();
const METHODS: readonly (keyof VerifyApi)[] = ['subscribe', 'verifyLogExport'];
expose(createVerifyService({ sha256, verify: createVerifyEd25519(crypto.subtle) }), filterEndpoint(self, new Set(METHODS)));
// Last act: the page posts nothing before it hears this.
postMessage({ type: 'kinko-ready' });
