export class Refusal extends Error {
  constructor(status, title, detail, headers = {}, code = 'mock.refused') {
    super(title);
    Object.assign(this, { status, title, detail, headers, code });
  }
}
