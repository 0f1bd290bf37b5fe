import { describe, expect, it } from 'vitest';
import { byWords, due } from '$lib/inbox/words';

const now = '2026-01-05';

describe('when a task is due, in words', () => {
  it('late by days', () => expect(due({ due_at: '2025-12-30T09:00:00Z', punctuality: 'late', days_left: -3 }, now)).toEqual({ text: 'Terlambat 3 hari', tone: 'late' }));
  it('late by minutes today', () => expect(due({ due_at: '2026-01-05T02:00:00Z', punctuality: 'late', days_left: 0, minutes_left: -20 }, now).text).toBe('Terlambat 20 menit'));
  it('late by hours today', () => expect(due({ due_at: '2026-01-05T02:00:00Z', punctuality: 'late', days_left: 0, minutes_left: -130 }, now).text).toBe('Terlambat 2 jam'));
  it('due today is at risk', () => expect(due({ due_at: '2026-01-05T09:00:00Z', punctuality: 'on_time', days_left: 0 }, now)).toEqual({ text: 'Hari ini', tone: 'risk' }));
  it('tomorrow', () => expect(due({ due_at: '2026-01-06T09:00:00Z', punctuality: 'on_time', days_left: 1 }, now)).toEqual({ text: 'Besok', tone: 'soon' }));
  it('counts working days as the server does', () => expect(due({ due_at: '2026-01-19T09:00:00Z', punctuality: 'on_time', days_left: 9 }, now)).toEqual({ text: '9 hari kerja lagi', tone: 'calm' }));
  it('without a due date it is as needed', () => expect(due({ punctuality: 'on_time' }, now).text).toBe('Sesuai kebutuhan'));
});

describe('who did it', () => {
  it('an acting official is named as such', () => expect(byWords({ name: 'Budi', position_name: 'Sekretaris Dinas', standing: 'plh' })).toBe('Budi, Plh. Sekretaris Dinas'));
  it('an account without a post is only its name', () => expect(byWords({ name: 'admin' })).toBe('admin'));
});
