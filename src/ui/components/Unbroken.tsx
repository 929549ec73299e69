import { useWords } from '../words-context.ts';
import './unbroken.css';

/** Text in which no date, time or counted thing is torn apart at the end of a line; between these parts it breaks as it likes. */
export const Unbroken = ({ text }: { readonly text: string }) => {
  const pieces = useWords().dates.pieces(text);
  // Every second piece is one of them.
  return <>{pieces.map((piece, at) => (at % 2 === 0 ? piece : <span key={at} class="unbroken">{piece}</span>))}</>;
};
