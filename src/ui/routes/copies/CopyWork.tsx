import { useEffect, useRef } from 'preact/hooks';
import type { CopyWork as Work } from '../../../app/models/copies-model.ts';
import type { VaultError } from '../../../core/contract/errors.ts';
import { copiesWords } from '../../../i18n/screens/copies.ts';
import { useApp } from '../../app-context.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FileButton } from '../../components/FileButton.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Progress } from '../../components/Progress.tsx';
import { useCopies } from '../../use-copies.ts';
import { useWordsWith } from '../../words-context.ts';

export const COPY_ENDING = '.kinko';

/**
 * A copy on its way: made, saved, read back. It says at every step whether it counts yet. Each step takes away the button
 * of the one before: the focus goes to the new step, or the keyboard would begin at the top of the page.
 */
export const CopyWork = () => {
  const { at } = useCopies().work.value;
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(at);
  useEffect(() => {
    if (before.current === at) return;
    before.current = at;
    const here = document.activeElement;
    if (here === null || !here.matches('a, button, input, select, textarea')) place.current?.focus();
  }, [at]);
  return (
    <div ref={place} class="copy-work" tabIndex={-1}>
      <Step />
    </div>
  );
};

const Step = () => {
  const words = useWordsWith(copiesWords);
  const text = words.copies;
  const model = useCopies();
  const { files } = useApp();
  const work = model.work.value;
  switch (work.at) {
    case 'idle':
      return null;
    case 'making':
      return <Working label={text.making} hint={text.makingHint} />;
    case 'made':
      return (
        <Notice tone={work.trouble?.type === 'failed' ? 'bad' : 'info'} live title={files.asksPlace() ? text.made : text.madeDownload}>
          {work.trouble === null ? null : (
            <p>{work.trouble.type === 'cancelled' ? text.saveCancelled : text.saveFailed(work.trouble.reason)}</p>
          )}
          <p>{text.madeWhy(work.copy.counts.persons, work.copy.counts.numbers, work.copy.counts.entries)}</p>
          <div class="copies-screen__acts">
            <Button look="primary" icon="download" onClick={() => void model.save(files)}>
              {files.asksPlace() ? text.save : text.saveDownload}
            </Button>
          </div>
        </Notice>
      );
    case 'saving':
      return (
        <div class="card">
          <Progress label={text.saving} />
        </div>
      );
    case 'checking':
      return <Working label={text.checking} hint={text.checkingHint} />;
    case 'to-check':
      return (
        <Notice tone="warn" live title={text.toCheck}>
          <p>{text.toCheckWhy(work.copy.fileName)}</p>
          <p>{text.toCheckMove}</p>
          <div class="copies-screen__acts">
            <Check copy={work.copy} look="primary" />
          </div>
        </Notice>
      );
    case 'refused':
      return <Refused work={work} />;
    case 'verified': {
      const { counts, fileName, verifiedAt, brokenUntil } = work.row;
      const before = brokenUntil === null ? null : <p>{text.verifiedBroken(words.dates.dayTime(brokenUntil))}</p>;
      // Read back while nothing can be written: the copy is good, and no entry says so.
      if (verifiedAt === null)
        return (
          <Notice tone="warn" live title={text.readBack}>
            <p>{text.verifiedWhy(counts.persons, counts.numbers, counts.entries)}</p>
            {before}
            <p>{text.readBackWhy(fileName)}</p>
          </Notice>
        );
      return (
        <Notice tone="ok" live title={text.verified}>
          <p>{text.verifiedWhy(counts.persons, counts.numbers, counts.entries)}</p>
          {before}
          <p>
            <strong>{fileName}</strong> {text.verifiedNext}
          </p>
        </Notice>
      );
    }
    case 'failed':
      return <ErrorNotice error={work.error} onRetry={() => void model.make()} />;
  }
};

const Working = ({ label, hint }: { readonly label: string; readonly hint: string }) => (
  <div class="card">
    <JobProgress job="copy" label={label} hint={hint} />
  </div>
);

/** The chooser for the file that was saved. */
export const Check = (props: {
  readonly copy: { readonly copyId: string; readonly fileName: string };
  readonly look?: 'primary' | 'second' | undefined;
  readonly short?: boolean | undefined;
}) => {
  const { list, choose } = useWordsWith(copiesWords).copies;
  const model = useCopies();
  return (
    <FileButton
      look={props.look}
      icon="file"
      accept={COPY_ENDING}
      label={props.short === true ? list.checkOf(props.copy.fileName) : undefined}
      busy={model.isBusy.value}
      onFiles={([file]) => {
        if (file !== undefined) void model.check(props.copy, file);
      }}
    >
      {props.short === true ? list.check : choose}
    </FileButton>
  );
};

const Refused = ({ work }: { readonly work: Work & { readonly at: 'refused' } }) => {
  const words = useWordsWith(copiesWords);
  const text = words.copies;
  const model = useCopies();
  const reason = refusalOf(work.error);
  const acts = (
    <div class="copies-screen__acts">
      <Check copy={work.copy} />
      <Button onClick={() => void model.make()}>{text.again}</Button>
    </div>
  );
  if (reason === null) return <ErrorNotice error={work.error} actions={acts} />;
  const { what, todo } = text.refused[reason];
  return (
    <Notice tone="bad" live title={text.notYet}>
      <p>{what}</p>
      <p>{todo}</p>
      {acts}
    </Notice>
  );
};

const refusalOf = (error: VaultError) => (error.type === 'FileRefused' ? error.reason : null);
