import { logIdOf } from '../../../app/models/checkpoint-model.ts';
import type { CheckpointView } from '../../../core/contract/log-api.ts';
import { Sign } from '../../components/Icon.tsx';
import { QrCode } from '../../components/QrCode.tsx';
import { useVault } from '../../vault-context.ts';
import { useWords } from '../../words-context.ts';
import './checkpoint-sheet.css';

/** The checkpoint, the same on the screen and on A4: what it covers, its text, and the text as a QR code. */
export const CheckpointSheet = ({ checkpoint }: { readonly checkpoint: CheckpointView }) => {
  const words = useWords();
  const text = words.checkpoints;
  const view = useVault().view.value;
  return (
    <section class="checkpoint-sheet" aria-label={text.sheet}>
      <header class="checkpoint-sheet__head">
        <Sign />
        <h2>{text.sheet}</h2>
      </header>
      <div class="checkpoint-sheet__body">
        <dl class="checkpoint-sheet__facts">
          <dt>{text.label}</dt>
          <dd>{view.label}</dd>
          <dt>{text.size}</dt>
          <dd>
            <strong>{text.sizeOf(checkpoint.size)}</strong>
          </dd>
          <dt>{text.time}</dt>
          <dd>{words.dates.dayTime(checkpoint.time)}</dd>
          <dt>{text.member}</dt>
          <dd>{view.memberName}</dd>
          <dt>{text.vaultId}</dt>
          <dd class="checkpoint-sheet__mono">{view.vaultId}</dd>
          <dt>{text.logId}</dt>
          <dd class="checkpoint-sheet__mono">{logIdOf(checkpoint)}</dd>
        </dl>
        <figure class="checkpoint-sheet__qr">
          <QrCode text={checkpoint.note} label={text.qr} />
          <figcaption>{text.qrHint}</figcaption>
        </figure>
      </div>
      <h3>{text.text}</h3>
      <pre class="checkpoint-sheet__text" translate={false} tabIndex={0}>
        {checkpoint.note}
      </pre>
      <p class="checkpoint-sheet__hint">{text.textHint}</p>
      <p class="checkpoint-sheet__hint">{text.noNumbers}</p>
    </section>
  );
};
