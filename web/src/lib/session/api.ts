import { answered, api } from '$lib/api/client';

export const whoAmI = () => answered(api.GET('/session'));

export const openSession = (username: string, password: string) =>
  answered(api.POST('/session', { body: { username, password } }));

export const closeSession = () => answered(api.DELETE('/session'));

export const changePassword = (current: string, next: string) =>
  answered(api.PUT('/session/password', { body: { current, new: next } }));
