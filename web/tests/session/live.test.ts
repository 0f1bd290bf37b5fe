// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Live } from '$lib/session/live';

class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static all: Stream[] = [];
  static open = () => Stream.all.filter((one) => one.readyState !== Stream.CLOSED).length;
  readyState = 0;
  onopen?: () => void;
  onerror?: () => void;
  constructor() {
    super();
    Stream.all.push(this);
  }
  opens() {
    this.readyState = 1;
    this.onopen?.();
  }
  isRefused() {
    this.readyState = Stream.CLOSED;
    this.onerror?.();
  }
  close() {
    this.readyState = Stream.CLOSED;
  }
}

let told = 0;
let live: Live;
const newest = () => Stream.all.at(-1)!;
function look(state: 'visible' | 'hidden') {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Stream);
  look('visible');
  Stream.all = [];
  told = 0;
  live = new Live();
  live.on('inbox', () => told++);
});
afterEach(() => {
  live.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('news as it happens', () => {
  it('comes from one connection, and the first opening is no gap', () => {
    live.start();
    live.start();
    newest().opens();
    expect([Stream.all.length, told]).toEqual([1, 0]);
    newest().dispatchEvent(new Event('inbox'));
    expect(told).toBe(1);
  });
  it('a tab that was opened out of sight takes no connection until it is looked at', () => {
    look('hidden');
    live.start();
    expect(Stream.all.length).toBe(0);
    look('visible');
    newest().opens();
    expect([Stream.open(), told]).toEqual([1, 1]);
  });
  it('a tab out of sight lets go after a while, and what it missed is told when it is back', () => {
    live.start();
    newest().opens();
    look('hidden');
    vi.advanceTimersByTime(60_000);
    expect(Stream.open()).toBe(0);
    look('visible');
    newest().opens();
    expect([Stream.open(), told]).toEqual([1, 1]);
  });
  it('a glance elsewhere changes nothing', () => {
    live.start();
    newest().opens();
    look('hidden');
    vi.advanceTimersByTime(1_000);
    look('visible');
    vi.advanceTimersByTime(60_000);
    expect([Stream.all.length, Stream.open(), told]).toEqual([1, 1, 0]);
  });
  it('is asked for again after a refusal, and says so once', () => {
    live.start();
    newest().isRefused();
    vi.advanceTimersByTime(60_000);
    expect(Stream.all.length).toBe(2);
    newest().opens();
    expect(told).toBe(1);
  });
  it('ends with the session, also while a new try is waiting', () => {
    live.start();
    newest().isRefused();
    live.stop();
    vi.advanceTimersByTime(60_000);
    look('visible');
    expect(Stream.open()).toBe(0);
  });
});
