import { useWords } from '../words-context.ts';

/** A day in both calendars that breaks between year and day and nowhere else. 'YYYY-MM-DD'; null: blank. */
export const PaperDate = ({ date }: { readonly date: string | null }) => {
  const { dates } = useWords();
  if (date === null) return null;
  return (
    <time class="paper__date" dateTime={date}>
      {dates.inLines(date).map((part) => (
        <span key={part}>{part}</span>
      ))}
    </time>
  );
};
