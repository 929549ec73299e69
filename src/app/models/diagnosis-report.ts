import type { Incident } from '../../core/contract/diagnosis-api.ts';
import { isoTimeOf } from '../../core/domain/date/moment.ts';
import { browserName } from '../../core/domain/diagnosis/browser-name.ts';
import type { Figures, Finding } from '../../core/domain/diagnosis/checks.ts';
import { countOf } from '../../core/domain/diagnosis/checks.ts';
import type { Capability } from '../platform/capability.ts';
import type { CheckMessages } from './check-text.ts';
import { checkText, checkTitle, sizeText } from './check-text.ts';
import type { CheckCard } from './diagnosis-model.ts';

/** Everything a report is made of. No text that a person typed, no id: it is given away. */
export interface ReportSources {
  readonly cards: readonly CheckCard[];
  readonly incidents: readonly Incident[];
  readonly capability: Capability | null;
  readonly version: string;
  readonly build: string;
  /** UTC ms. */
  readonly now: number;
  readonly userAgent: string;
  readonly isIsolated: boolean;
  readonly screen: { readonly width: number; readonly height: number; readonly ratio: number };
}

/** Enough to tell builds apart; twelve hex digits might be twelve decimal ones, as a number of an individual is. */
const BUILD_CHARS = 8;

const isoMinute = (ms: number): string => `${isoTimeOf(ms).slice(0, 16)}Z`;

/** What a supporter reads in every language: check and reason as the code names them, and rounded figures. */
const codeOf = ({ check, reason, figures }: Finding): string => [`${check}=${reason}`, ...figuresOf(figures)].join(' ');

const figuresOf = ({ count, total, bytes, ms, at, name }: Figures): readonly string[] => [
  ...(count === undefined ? [] : [`count=${count}`]),
  ...(total === undefined ? [] : [`total=${total}`]),
  ...(bytes === undefined ? [] : [`free=${sizeText(bytes)}`]),
  ...(ms === undefined ? [] : [`ms=${Math.round(ms / 10) * 10}`]),
  ...(at === undefined ? [] : [`at=${isoMinute(at)}`]),
  ...(name !== undefined && /^[A-Za-z][A-Za-z0-9_+/-]{0,40}$/.test(name) ? [`name=${name}`] : []),
];

const rowText = (words: CheckMessages, finding: Finding): string =>
  `[${words.checks.states[finding.state]}] ${checkTitle(words, finding.check)}: ${checkText(words, finding)} (${codeOf(finding)})`;

/** Methods and places in the program, as the worker scrubbed them. */
const incidentText = ({ incidentId, time, method, name, frames }: Incident): string => `${isoMinute(time)} ${incidentId} ${method} ${name} ${frames.join(' < ')}`.trim();

/** Plain text of lines, in the language of the screen. What is shown before is exactly what is copied. */
export const reportText = (words: CheckMessages, sources: ReportSources): string => {
  const { checks, dates } = words;
  const { report } = checks;
  const findings = sources.cards.flatMap(({ rows }) => rows.flatMap(({ finding }) => finding ?? []));
  const { judged, good } = countOf(findings);
  const { width, height, ratio } = sources.screen;
  const features = Object.entries(sources.capability ?? {}).map(([name, has]) => `${name}=${has ? 'yes' : 'no'}`);
  return [
    report.head,
    `${report.version}: ${sources.version} (${sources.build.slice(0, BUILD_CHARS)})`,
    `${report.made}: ${dates.dayTime(sources.now)} (${isoMinute(sources.now)})`,
    `${report.browser}: ${browserName(sources.userAgent)}`,
    `${report.screen}: ${width} x ${height} (${Math.round(ratio * 100) / 100})`,
    judged === good ? checks.all(judged) : checks.some(good, judged),
    ...sources.cards.flatMap(({ id, rows }) => ['', `## ${checks.cards[id]}`, ...rows.flatMap(({ finding }) => (finding === null ? [] : [rowText(words, finding)]))]),
    '',
    `## ${report.more}`,
    [...features, `isolated=${sources.isIsolated ? 'yes' : 'no'}`].join(' '),
    ...(sources.incidents.length === 0 ? [] : ['', `## ${report.incidents}`, ...sources.incidents.map(incidentText)]),
  ].join('\n');
};
