import { describe, expect, test } from 'vitest';
import { parseFlushes, unflushed } from '../../e2e/support/flush-trace.ts';

const TRACE = [
  '101 1700000000.100000 fsync(45</p/IndexedDB/http_127.0.0.1_1.indexeddb.leveldb/000003.log>) = 0 <0.001000>',
  '102 1700000000.200000 fdatasync(46</p/IndexedDB/x/a.log> <unfinished ...>',
  '103 1700000000.201000 fsync(47</p/other>) = -1 EIO (Input/output error) <0.000100>',
  '102 1700000000.205000 <... fdatasync resumed>) = 0 <0.005000>',
  '104 1700000000.300000 fsync(48</p/IndexedDB/x/b.log> <unfinished ...>',
  '104 1700000000.301000 +++ killed by SIGKILL +++',
  '',
].join('\n');

describe('flushes', () => {
  test('are read out of a trace, whole lines and lines in two parts; what failed or never came back is none', () => {
    const found = parseFlushes(TRACE);
    expect(found.map(({ file }) => file)).toEqual(['/p/IndexedDB/http_127.0.0.1_1.indexeddb.leveldb/000003.log', '/p/IndexedDB/x/a.log']);
    expect(found.map(({ began, ended }) => [Math.round(began - 1.7e12), Math.round(ended - 1.7e12)])).toEqual([
      [100, 101],
      [200, 205],
    ]);
  });

  test('stand behind one write each, between its request and its answer', () => {
    const flushes = parseFlushes(TRACE);
    const write = (name: string, asked: number, answered: number) => ({ name, asked: 1.7e12 + asked, answered: 1.7e12 + answered });
    expect(unflushed([write('a', 99, 102), write('b', 199, 206)], flushes)).toEqual([]);
    const [late, early, twice] = [write('late', 103, 150), write('early', 199, 202), write('twice', 99, 102)];
    expect(unflushed([late, early], flushes)).toEqual([late, early]);
    expect(unflushed([write('a', 99, 102), twice], flushes)).toEqual([twice]);
  });
});
