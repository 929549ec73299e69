import { encode } from 'uqr';
import './qr-code.css';

/** Four modules of quiet around the code, as ISO/IEC 18004 asks for. */
const QUIET = 4;

const pathOf = (modules: readonly (readonly boolean[])[]): string =>
  modules
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .filter((piece) => piece !== '')
    .join('');

/** A text as a QR code: one path of an SVG, sharp at every size and on paper. Never for a secret: phones keep what they scan. */
export const QrCode = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const bytes = [...new TextEncoder().encode(text)];
  const { data, size } = encode(bytes, { ecc: 'M', border: QUIET });
  return (
    <svg class="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect class="qr-code__paper" width={size} height={size} />
      <path class="qr-code__dark" d={pathOf(data)} />
    </svg>
  );
};
