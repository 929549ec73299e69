import { fingerprintOf, logIdOf } from '../../../app/models/checkpoint-text.ts';
import type { CheckpointView } from '../../../core/contract/log-api.ts';
import { checkpointWords } from '../../../i18n/screens/checkpoint.ts';
import { useApp } from '../../app-context.ts';
import { QrCode } from '../../components/QrCode.tsx';
import { Sheet, SheetFacts } from '../../components/Sheet.tsx';
import { nameText } from '../../name-text.ts';
import { useHome } from '../../use-home.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { verifiedText } from './verified-text.ts';
import './checkpoint-sheet.css';

/** 確認票: what it covers, its text, the text as a QR code, and what somebody who knows nothing of it does with it. */
export const CheckpointSheet = ({ checkpoint, at }: { readonly checkpoint: CheckpointView; readonly at: number }) => {
  const words = useWordsWith(checkpointWords);
  const text = words.checkpoints;
  const { address } = useApp();
  const view = useVault().view.value;
  const record = useHome().record.value;
  return (
    <Sheet title={text.sheet} look="checkpoint-sheet">
      <div class="checkpoint-sheet__body">
        <SheetFacts
          facts={[
            { name: text.label, value: <strong>{view.label}</strong> },
            { name: text.size, value: <strong>{text.sizeOf(checkpoint.size)}</strong> },
            { name: text.time, value: words.dates.dayTime(checkpoint.time) },
            { name: text.verified, value: verifiedText(words, record?.verified) },
            { name: text.member, value: nameText(view.memberName) },
            { name: text.printed, value: words.dates.dayTime(at) },
            { name: text.address, value: address, mono: true },
            { name: text.vaultId, value: view.vaultId, mono: true },
            { name: text.logId, value: logIdOf(checkpoint), mono: true },
          ]}
        />
        <figure class="checkpoint-sheet__qr">
          <QrCode text={checkpoint.note} label={text.qr} />
          <figcaption class="sheet__hint">{text.qrHint}</figcaption>
        </figure>
      </div>
      <h3>{text.fingerprint}</h3>
      <p class="checkpoint-sheet__fingerprint" translate={false}>
        {fingerprintOf(checkpoint).map((group, place) => (
          <span key={place}>{group}</span>
        ))}
      </p>
      <h3>{text.text}</h3>
      <pre class="checkpoint-sheet__text" translate={false} tabIndex={0}>
        {checkpoint.note}
      </pre>
      <p class="sheet__hint">{text.textHint}</p>
      <h3>{text.receiverTitle}</h3>
      <ul>
        {text.receiver.map((line) => (
          <li key={line}>{line}</li>
        ))}
        <li>{text.noNumbers}</li>
      </ul>
      <SheetFacts
        facts={[
          { name: text.receivedBy, value: <span class="checkpoint-sheet__blank" /> },
          { name: text.receivedOn, value: <span class="checkpoint-sheet__blank" /> },
        ]}
      />
    </Sheet>
  );
};
