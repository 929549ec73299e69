import { logIdOf } from '../../../app/models/checkpoint-text.ts';
import type { CheckpointView } from '../../../core/contract/log-api.ts';
import { checkpointWords } from '../../../i18n/screens/checkpoint.ts';
import { QrCode } from '../../components/QrCode.tsx';
import { Sheet, SheetFacts } from '../../components/Sheet.tsx';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import './checkpoint-sheet.css';

/** The checkpoint: what it covers, its text, and the text as a QR code. */
export const CheckpointSheet = ({ checkpoint }: { readonly checkpoint: CheckpointView }) => {
  const words = useWordsWith(checkpointWords);
  const text = words.checkpoints;
  const view = useVault().view.value;
  return (
    <Sheet title={text.sheet}>
      <div class="checkpoint-sheet__body">
        <SheetFacts
          facts={[
            { name: text.label, value: view.label },
            { name: text.size, value: <strong>{text.sizeOf(checkpoint.size)}</strong> },
            { name: text.time, value: words.dates.dayTime(checkpoint.time) },
            { name: text.member, value: view.memberName },
            { name: text.vaultId, value: view.vaultId, mono: true },
            { name: text.logId, value: logIdOf(checkpoint), mono: true },
          ]}
        />
        <figure class="checkpoint-sheet__qr">
          <QrCode text={checkpoint.note} label={text.qr} />
          <figcaption class="sheet__hint">{text.qrHint}</figcaption>
        </figure>
      </div>
      <h3>{text.text}</h3>
      <pre class="checkpoint-sheet__text" translate={false} tabIndex={0}>
        {checkpoint.note}
      </pre>
      <p class="sheet__hint">{text.textHint}</p>
      <p class="sheet__hint">{text.noNumbers}</p>
    </Sheet>
  );
};
