import { useEffect, useMemo } from 'preact/hooks';
import { createChecks } from '../../../app/models/diagnosis-checks.ts';
import type { DiagnosisModel } from '../../../app/models/diagnosis-model.ts';
import { createDiagnosisModel } from '../../../app/models/diagnosis-model.ts';
import type { DeviceFacts } from '../../../app/platform/device-facts.ts';
import { createDeviceFacts } from '../../../app/platform/device-facts.ts';
import { isCivilDate, startOfDayMs } from '../../../core/domain/date/civil-date.ts';
import { VERSIONS } from '../../../i18n/versions.ts';
import { useApp } from '../../app-context.ts';
import { useVaultIfOpen } from '../../vault-context.ts';

const [{ date }] = VERSIONS;
const versionAt = isCivilDate(date) ? startOfDayMs(date) : 0;

export interface Diagnosis {
  readonly model: DiagnosisModel;
  readonly facts: DeviceFacts;
}

/** Made with the screen, because what it finds is true for as long as one looks at it; begins at once. */
export const useDiagnosis = (): Diagnosis => {
  const app = useApp();
  const vault = useVaultIfOpen();
  const made = useMemo(() => {
    const facts = createDeviceFacts(window);
    const { api } = app.session;
    const checks = createChecks({
      facts,
      capability: app.capability,
      api,
      installed: app.install.installed,
      asked: () => app.persist.answer.peek() === 'refused',
      now: app.now,
      versionAt,
      vault,
    });
    const model = createDiagnosisModel({
      checks,
      cards: vault === null ? ['device', 'app'] : ['device', 'app', 'vault'],
      listIncidents: api.listIncidents,
      now: app.now,
      wait: (ms) => new Promise((settle) => setTimeout(settle, ms)),
    });
    return { model, facts };
  }, [vault]);
  useEffect(() => void made.model.run(), [made]);
  return made;
};
