import { batch, computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { VaultError } from '../../core/contract/errors.ts';
import type { ImportOutcome } from '../../core/contract/import-api.ts';
import type { ImportId } from '../../core/domain/ids.ts';
import type { ImportCorrection, ImportPreview, ImportPreviewRow, RowChange } from '../../core/domain/import/import-preview.ts';
import type { SheetKind } from '../../core/domain/import/sheet-kind.ts';
import type { ImportView, PlacedRow } from './import-arrangement.ts';
import { arrange, groupOf } from './import-arrangement.ts';
import type { OpenVault } from './open-vault.ts';

export const ROWS_PER_SCREEN = 40;

export type ImportStage =
  | { readonly at: 'choose' }
  | { readonly at: 'reading' }
  | { readonly at: 'preview'; readonly preview: ImportPreview; readonly isCommitting: boolean }
  | { readonly at: 'done'; readonly importId: ImportId; readonly outcome: ImportOutcome };

/** An import of this session whose source files may still lie about, until the user says that they were destroyed. */
export interface OpenSource {
  readonly importId: ImportId;
  readonly fileNames: readonly string[];
}

export interface ShownRow {
  readonly row: ImportPreviewRow;
  readonly placed: PlacedRow;
}

/** Lists on their way into the vault. Numbers stay in the worker; what is here is masked. It lives as long as the open vault. */
export interface ImportModel {
  readonly stage: ReadonlySignal<ImportStage>;
  readonly error: ReadonlySignal<VaultError | null>;
  readonly view: ReadonlySignal<ImportView>;
  /** Of this screenful, in the order in which they were put when the view was chosen. */
  readonly shown: ReadonlySignal<readonly ShownRow[]>;
  readonly offset: ReadonlySignal<number>;
  readonly total: ReadonlySignal<number>;
  /** The row or file that is being looked at again. */
  readonly working: ReadonlySignal<string | null>;
  /** What went wrong with the last answer, and where. */
  readonly rowError: ReadonlySignal<{ readonly rowId: string; readonly error: VaultError } | null>;
  readonly decided: ReadonlySignal<ReadonlySet<string>>;
  /** Rows stand where doubts are decided, and none of them is open any more. */
  readonly allDecided: ReadonlySignal<boolean>;
  /** A row to bring into sight. */
  readonly wanted: ReadonlySignal<string | null>;
  readonly sources: ReadonlySignal<readonly OpenSource[]>;
  /** Of these the user has said while the vault is open that the files are gone: the record may not have been read since. */
  readonly destroyed: ReadonlySignal<ReadonlySet<ImportId>>;
  readonly read: (files: readonly File[]) => Promise<void>;
  readonly show: (view: ImportView) => void;
  readonly turn: (to: 'earlier' | 'later') => void;
  readonly goTo: (rowId: string) => void;
  /** To the first row that is still to be decided. */
  readonly goToDoubt: () => void;
  readonly arrived: () => void;
  /** True when the worker took it. */
  readonly answer: (rowId: string, change: RowChange) => Promise<boolean>;
  readonly setKind: (fileIndex: number, kind: SheetKind) => Promise<void>;
  readonly commit: () => Promise<boolean>;
  readonly drop: () => Promise<void>;
  readonly confirmDestroyed: (importId: ImportId) => Promise<boolean>;
  readonly again: () => void;
}

export const createImportModel = ({ api, doubts, hold }: Pick<OpenVault, 'api' | 'doubts' | 'hold'>): ImportModel => {
  const stage = signal<ImportStage>({ at: 'choose' });
  const error = signal<VaultError | null>(null);
  const view = signal<ImportView>('all');
  const order = signal<readonly PlacedRow[]>([]);
  const offset = signal(0);
  const working = signal<string | null>(null);
  const rowError = signal<{ readonly rowId: string; readonly error: VaultError } | null>(null);
  const decided = signal<ReadonlySet<string>>(new Set());
  const wanted = signal<string | null>(null);
  const sources = signal<readonly OpenSource[]>([]);
  const destroyed = signal<ReadonlySet<ImportId>>(new Set());

  effect(() => {
    const now = stage.value;
    doubts.value = now.at === 'preview' ? now.preview.counts.doubt : 0;
  });
  hold(() => stage.peek().at === 'preview');
  const previewNow = (): ImportPreview | null => {
    const now = stage.peek();
    return now.at === 'preview' ? now.preview : null;
  };
  const rowsById = computed(() => {
    const now = stage.value;
    return new Map(now.at === 'preview' ? now.preview.rows.map((row) => [row.rowId, row]) : []);
  });
  const show = (next: ImportView): void =>
    batch(() => {
      const preview = previewNow();
      view.value = next;
      offset.value = 0;
      rowError.value = null;
      order.value = preview === null ? [] : arrange(preview, next);
    });
  const begin = (preview: ImportPreview): void =>
    batch(() => {
      stage.value = { at: 'preview', preview, isCommitting: false };
      decided.value = new Set();
      show('all');
    });
  const isOpen = (rowId: string): boolean => {
    const row = rowsById.value.get(rowId);
    return row !== undefined && groupOf(row) === 'doubt';
  };
  const goTo = (rowId: string): void =>
    batch(() => {
      if (!order.peek().some((placed) => placed.rowId === rowId)) show('all');
      const at = order.peek().findIndex((placed) => placed.rowId === rowId);
      if (at < 0) return;
      offset.value = Math.floor(at / ROWS_PER_SCREEN) * ROWS_PER_SCREEN;
      wanted.value = rowId;
    });
  // One correction at a time: each answer is the whole preview anew.
  let queue: Promise<unknown> = Promise.resolve();
  const correct = (what: string, correction: ImportCorrection): Promise<ImportPreview | VaultError> => {
    const run = async (): Promise<ImportPreview | VaultError> => {
      working.value = what;
      const answer = await api.correctImport(correction);
      working.value = null;
      return answer.ok ? answer.value : answer.error;
    };
    const next = queue.then(run);
    queue = next;
    return next;
  };
  const isPreview = (answer: ImportPreview | VaultError): answer is ImportPreview => 'importId' in answer;

  return {
    stage,
    error,
    view,
    offset,
    working,
    rowError,
    decided,
    wanted,
    sources,
    destroyed,
    allDecided: computed(() => {
      const asked = order.value.filter(({ group }) => group === 'doubt');
      return asked.length > 0 && !asked.some(({ rowId }) => isOpen(rowId));
    }),
    total: computed(() => order.value.length),
    shown: computed(() =>
      order.value.slice(offset.value, offset.value + ROWS_PER_SCREEN).flatMap((placed) => {
        const row = rowsById.value.get(placed.rowId);
        return row === undefined ? [] : [{ row, placed }];
      }),
    ),
    read: async (files) => {
      batch(() => {
        error.value = null;
        stage.value = { at: 'reading' };
      });
      const answer = await api.readImport(files);
      if (answer.ok) begin(answer.value);
      else
        batch(() => {
          error.value = answer.error;
          stage.value = { at: 'choose' };
        });
    },
    show,
    turn: (to) => {
      const next = offset.peek() + (to === 'later' ? ROWS_PER_SCREEN : -ROWS_PER_SCREEN);
      if (next >= order.peek().length) return;
      offset.value = Math.max(0, next);
    },
    goTo,
    goToDoubt: () => {
      const inSight = order.peek().find(({ rowId }) => isOpen(rowId))?.rowId;
      const first = inSight ?? previewNow()?.rows.find(({ rowId }) => isOpen(rowId))?.rowId;
      if (first !== undefined) goTo(first);
    },
    arrived: () => {
      wanted.value = null;
    },
    answer: async (rowId, change) => {
      const preview = previewNow();
      if (preview === null) return false;
      const answer = await correct(rowId, { importId: preview.importId, rowId, change });
      if (!isPreview(answer)) {
        rowError.value = { rowId, error: answer };
        return false;
      }
      batch(() => {
        rowError.value = null;
        const rest = [...decided.peek()].filter((one) => one !== rowId);
        decided.value = new Set(change.type === 'reset' ? rest : [...rest, rowId]);
        stage.value = { at: 'preview', preview: answer, isCommitting: false };
      });
      return true;
    },
    setKind: async (fileIndex, kind) => {
      const preview = previewNow();
      if (preview === null) return;
      const answer = await correct(`file-${fileIndex}`, { importId: preview.importId, fileIndex, kind });
      if (!isPreview(answer)) {
        error.value = answer;
        return;
      }
      batch(() => {
        error.value = null;
        decided.value = new Set([...decided.peek()].filter((rowId) => !rowId.startsWith(`${fileIndex}-`)));
        stage.value = { at: 'preview', preview: answer, isCommitting: false };
        show(view.peek());
      });
    },
    commit: async () => {
      const preview = previewNow();
      if (preview === null) return false;
      batch(() => {
        error.value = null;
        stage.value = { at: 'preview', preview, isCommitting: true };
      });
      const answer = await api.commitImport(preview.importId);
      if (!answer.ok) {
        batch(() => {
          error.value = answer.error;
          stage.value = { at: 'preview', preview, isCommitting: false };
        });
        return false;
      }
      batch(() => {
        const fileNames = preview.files.map(({ fileName }) => fileName);
        sources.value = [...sources.peek(), { importId: preview.importId, fileNames }];
        stage.value = { at: 'done', importId: preview.importId, outcome: answer.value };
      });
      return true;
    },
    drop: async () => {
      const preview = previewNow();
      stage.value = { at: 'choose' };
      error.value = null;
      if (preview !== null) await api.dropImport(preview.importId);
    },
    confirmDestroyed: async (importId) => {
      const answer = await api.confirmSourceDestroyed(importId);
      batch(() => {
        error.value = answer.ok ? null : answer.error;
        if (!answer.ok) return;
        destroyed.value = new Set([...destroyed.peek(), importId]);
        sources.value = sources.peek().filter((source) => source.importId !== importId);
      });
      return answer.ok;
    },
    again: () => {
      stage.value = { at: 'choose' };
      error.value = null;
    },
  };
};
