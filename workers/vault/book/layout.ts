import type { PageRef } from '../../../src/core/formats/page.ts';
import { OWN_BOOK } from '../../../src/core/formats/consts.ts';

/**
 * Which page holds what (public/spec/page-v1.md). A person has a slot for as long as it is kept; the slot alone says where
 * its row, its record and its numbers lie. Sizes were measured: 16 records a page are nearly as fast to load as 64 and much
 * cheaper to change; Chromium stores values of 64 KiB and more out of line, at twice the cost.
 */
export const SLOTS_PER_INDEX = 128;
export const SLOTS_PER_PAGE = 16;
const PAGES_PER_INDEX = SLOTS_PER_INDEX / SLOTS_PER_PAGE;

export const ENTRIES_PER_LOG_PAGE = 128;
export const ENTRIES_PER_TAIL_PAGE = 16;
export const NOTES_PER_CHECKPOINT_PAGE = 64;

export const indexNoOfSlot = (slot: number): number => Math.floor(slot / SLOTS_PER_INDEX);
/** Person page and number page of a slot have the same number. */
export const pageNoOfSlot = (slot: number): number => Math.floor(slot / SLOTS_PER_PAGE);
export const indexNoOfPage = (pageNo: number): number => Math.floor(pageNo / PAGES_PER_INDEX);

export const HEAD_REF: PageRef = { book: OWN_BOOK, kind: 'head', no: 0 };
export const DRAFT_REF: PageRef = { book: OWN_BOOK, kind: 'draft', no: 0 };

export const ownRef = (kind: PageRef['kind'], no: number): PageRef => ({ book: OWN_BOOK, kind, no });

/** Book of a log that was closed when its vault was restored here; `n` counts from 1 and stands in the head. */
export const closedBook = (n: number): string => `log-${n}`;
/** What is known of it. */
export const closedHeadRef = (n: number): PageRef => ownRef('head', n);

const ATTACHMENTS_PER_ENTRY = 8;
const PARTS_PER_ATTACHMENT = 64;

/** Number of the attached page: found from the entry alone, without an index. */
export const attachedNo = (seq: number, at: number, part: number): number =>
  (seq * ATTACHMENTS_PER_ENTRY + at) * PARTS_PER_ATTACHMENT + part;

export const MAX_ATTACHMENTS = ATTACHMENTS_PER_ENTRY;
export const MAX_PARTS = PARTS_PER_ATTACHMENT;

/** Setting pages by number: one for the settings, a range for the copies that were made, one for tombstones. */
export const SETTINGS_NO = 0;
export const COPIES_NO = 1_000;
export const TOMBS_NO = 2_000;
export const settingRef = (no: number): PageRef => ownRef('setting', no);
