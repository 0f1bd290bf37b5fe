export class Refusal extends Error {
  constructor(status, title, detail, headers = {}) {
    super(title);
    Object.assign(this, { status, title, detail, headers });
  }
}
