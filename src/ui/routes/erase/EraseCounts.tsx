import { useEffect } from 'preact/hooks';
import { hrefTo } from '../../../app/router/routes.ts';
import { settingsWords } from '../../../i18n/screens/settings.ts';
import { LinkButton } from '../../components/Button.tsx';
import { useHome } from '../../use-home.ts';
import { useWordsWith } from '../../words-context.ts';

/** How much would go, in one line. */
export const EraseCounts = () => {
  const text = useWordsWith(settingsWords).settings;
  const model = useHome();
  const counts = model.persons.value?.counts;
  const entries = model.record.value?.entries;
  return (
    <p class="erase__counts">
      {counts === undefined || entries === undefined ? text.eraseUncounted : text.eraseCounts(counts.all, counts.withNumber, entries)}
    </p>
  );
};

/** From what it could be brought back: how old the newest copy is that was read back, and what is not in it; or that there is none. */
export const EraseCopy = () => {
  const words = useWordsWith(settingsWords);
  const text = words.settings;
  const model = useHome();
  useEffect(() => void model.refresh(), []);
  const copies = model.copies.value;
  const days = model.daysSinceCopy.value;
  const at = copies?.lastVerifiedAt ?? null;
  const made = copies?.copies ?? [];
  const none =
    made.length === 0
      ? { title: text.eraseCopyNone, why: text.eraseCopyNoneWhy }
      : made.some(({ verifiedAt }) => verifiedAt !== null)
        ? { title: text.eraseCopyRestored, why: text.eraseCopyRestoredWhy }
        : { title: text.eraseCopyUnverified, why: text.eraseCopyUnverifiedWhy };
  return (
    <>
      {copies === null ? (
        <p>{text.eraseCopyUnread}</p>
      ) : (
        <>
          <p class="erase__counts">{at === null || days === null ? none.title : text.eraseCopy(words.dates.daysAgo(days))}</p>
          <p>{at === null ? none.why : text.eraseCopyChanges(words.dates.day(at), copies.changesSince)}</p>
        </>
      )}
      {copies !== null && at !== null && copies.changesSince === 0 ? null : (
        <p>
          <LinkButton look="quiet" href={hrefTo('copies')}>
            {text.eraseCopyDo}
          </LinkButton>
        </p>
      )}
      {made.length === 0 ? null : <p>{text.eraseStays}</p>}
    </>
  );
};
