import { contractSuite } from './suite.ts';

contractSuite('the services in this process', async (device) => {
  const worker = await device.boot();
  return { api: worker.api, events: worker.events, end: worker.kill };
});
