import { isoTimeOf } from '../../core/domain/date/moment.ts';
import { useWords } from '../words-context.ts';
import { Unbroken } from './Unbroken.tsx';

/** A civil date 'YYYY-MM-DD' in both calendars. */
export const DateText = ({ date }: { readonly date: string }) => (
  <time dateTime={date}>
    <Unbroken text={useWords().dates.date(date)} />
  </time>
);

/** A moment in UTC milliseconds, as Tokyo's clock shows it. */
export const MomentText = ({ ms, short = false }: { readonly ms: number; readonly short?: boolean | undefined }) => {
  const { dates } = useWords();
  return (
    <time dateTime={isoTimeOf(ms)}>
      <Unbroken text={short ? dates.shortTime(ms) : dates.dayTime(ms)} />
    </time>
  );
};
