// Wrote golden.json, once: node tests/vectors/database-v1/write.mjs. It refuses to write it again.
import path from 'node:path';
import { withModule } from '../../tools/typescript.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
await withModule(root, 'tests/vectors/database-v1/write-golden.ts', (module) => module.writeGolden());
